using SocialSelling.Gateway.Access;
using SocialSelling.Gateway.Docs;
using SocialSelling.Gateway.Headers;
using SocialSelling.Gateway.Health;
using SocialSelling.Gateway.Limits;
using SocialSelling.Gateway.Options;
using SocialSelling.Gateway.Routing;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Health;
using SocialSelling.ServiceDefaults.Hosting;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Gateway;

internal static class GatewayModule
{
    public static void AddGateway(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddServiceOptions<GatewayOptions, GatewayOptionsValidator>("Gateway");
        services.AddServiceOptions<RateLimitOptions, RateLimitOptionsValidator>("RateLimits");
        services.AddSingleton<SessionGuard>();
        services.AddSingleton<RateLimiter>();
        services.AddSingleton<SharedBuckets>();
        services.AddSingleton<CredentialLimiter>();
        services.AddInternalHttpClient<ApiKeyClient>("Identity");
        services.AddSingleton<ApiKeyTokens>();
        services.AddSingleton<ApiDocuments>();
        services.AddTrustedProxies();
        services.AddGatewayCors();
        services.AddGatewayRoutes();
        services.AddDestinationHealth();
    }

    public static void UseGateway(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<AnswerHeadersMiddleware>();
        app.UseMiddleware<ProblemMiddleware>();
        app.UseApiDocs();
        app.UseRouting();
        app.UseCors();
        app.UseMiddleware<ApiKeyMiddleware>();
        app.UseAuthentication();
        app.UseMiddleware<RateLimitMiddleware>();
        app.UseAuthorization();
        app.UseMiddleware<SessionMiddleware>();
        app.UseMiddleware<BodyLimitMiddleware>();
        app.MapHealth();
        app.MapInsideMetrics();
        app.MapGatewayRoutes();
    }
}
