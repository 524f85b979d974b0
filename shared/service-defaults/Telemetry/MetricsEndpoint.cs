using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace SocialSelling.ServiceDefaults.Telemetry;

/// <summary><c>/metrics</c> for Prometheus. The gateway routes it to nobody.</summary>
internal static class MetricsEndpoint
{
    public static void MapMetrics(this IEndpointRouteBuilder app) =>
        app.MapGet("/metrics", static (PrometheusExporter exporter) => TypedResults.Text(exporter.Scrape(), "text/plain; version=0.0.4"))
            .AllowAnonymous()
            .ExcludeFromDescription();
}
