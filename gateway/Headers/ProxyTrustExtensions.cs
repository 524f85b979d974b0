using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using SocialSelling.Gateway.Options;

namespace SocialSelling.Gateway.Headers;

internal static class ProxyTrustExtensions
{
    /// <summary>The client's address and scheme from the proxy before us, and from nobody else.</summary>
    public static void AddTrustedProxies(this IServiceCollection services) =>
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<GatewayOptions>>((headers, gateway) =>
        {
            headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            headers.ForwardLimit = 1;
            foreach (var network in gateway.Value.TrustedProxies)
            {
                headers.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
            }
        });

    /// <summary>Browsers of the configured origins may call; the token travels in a header, so no credentials are allowed.</summary>
    public static void AddGatewayCors(this IServiceCollection services)
    {
        services.AddCors();
        services.AddOptions<Microsoft.AspNetCore.Cors.Infrastructure.CorsOptions>().Configure<IOptions<GatewayOptions>>((cors, gateway) =>
            cors.AddDefaultPolicy(policy => policy
                .WithOrigins([.. gateway.Value.CorsOrigins])
                .AllowAnyMethod()
                .WithHeaders("Authorization", "Content-Type", "Idempotency-Key", "X-Request-ID", "X-Requested-With", "X-SignalR-User-Agent")
                .WithExposedHeaders(
                    "Location", "Retry-After", "X-Request-ID", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset")
                .SetPreflightMaxAge(TimeSpan.FromHours(1))));
    }
}
