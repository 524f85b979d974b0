using System.Net;
using SocialSelling.ServiceDefaults.Telemetry;

namespace SocialSelling.Gateway.Health;

/// <summary>The gateway's metrics, for whoever stands on the same private network; the outside does not learn that they exist.</summary>
internal static class InsideMetrics
{
    private static readonly IPNetwork[] Private =
        [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16")];

    public static void MapInsideMetrics(this IEndpointRouteBuilder app) =>
        app.MapGet("/metrics", static (HttpContext context, PrometheusExporter exporter) =>
            IsInside(context) ? Results.Text(exporter.Scrape(), "text/plain; version=0.0.4") : Results.NotFound()).AllowAnonymous();

    private static bool IsInside(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        var headers = context.Request.Headers;

        // Came through a proxy: a trusted one's header has been taken up and renamed.
        if (address is null || headers.ContainsKey("X-Forwarded-For") || headers.ContainsKey("X-Original-For"))
        {
            return false;
        }

        return IPAddress.IsLoopback(address) || Private.Any(network => network.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address));
    }
}
