using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using SocialSelling.Gateway.Options;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Model;

namespace SocialSelling.Gateway.Routing;

internal static class RoutingExtensions
{
    public static void AddGatewayRoutes(this IServiceCollection services)
    {
        services.AddSingleton<ProxyConfig>();
        services.AddSingleton<IProxyConfigProvider>(provider => provider.GetRequiredService<ProxyConfig>().Build());
        services.AddSingleton<IForwarderHttpClientFactory, GatewayHttpClientFactory>();
        services.AddReverseProxy();
    }

    public static void MapGatewayRoutes(this IEndpointRouteBuilder app) =>
        app.MapReverseProxy(static proxy => proxy.UseLoadBalancing()).Add(static endpoint =>
        {
            var route = endpoint.Metadata.OfType<RouteModel>().FirstOrDefault();
            if (route?.Config.Metadata is { } metadata && Enum.TryParse<RouteKind>(metadata[nameof(RouteKind)], out var kind))
            {
                endpoint.Metadata.Add(new RouteKindMetadata(kind));
            }

            // YARP would set the limit only when it forwards, which is too late for the check before.
            if (route?.Config.MaxRequestBodySize is { } limit)
            {
                endpoint.Metadata.Add(new RequestSizeLimitAttribute(limit));
            }
        });

    private sealed class GatewayHttpClientFactory(IOptions<GatewayOptions> options) : ForwarderHttpClientFactory
    {
        protected override void ConfigureHandler(ForwarderHttpClientContext context, SocketsHttpHandler handler)
        {
            base.ConfigureHandler(context, handler);
            handler.ConnectTimeout = options.Value.ConnectTimeout;
        }
    }
}
