using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SocialSelling.ServiceDefaults.Hosting;
using SocialSelling.ServiceDefaults.Resilience;

namespace SocialSelling.ServiceDefaults.Access;

internal static class AuthenticationExtensions
{
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddServiceOptions<AuthOptions, AuthOptionsValidator>("Auth");
        services.AddHttpClient(JwtBearerSetup.HttpClientName).AddResilience(options =>
        {
            // A caller waits for the answer: identity that is away is noticed soon.
            options.TotalTimeout = TimeSpan.FromSeconds(5);
            options.AttemptTimeout = TimeSpan.FromSeconds(2);
        });
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, JwtBearerSetup>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddSingleton<IAuthorizationHandler, PermissionHandler>();
        services.AddSingleton<IAuthorizationHandler, InternalClientHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, ForbiddenResultHandler>();
        services.AddAuthorization();
        services.AddHttpContextAccessor();
        services.AddScoped(provider => CurrentUser.From(provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.User));
        services.AddScoped(provider => CurrentWorkspace.From(provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.User));
    }
}
