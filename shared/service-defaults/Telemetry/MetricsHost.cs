using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace SocialSelling.ServiceDefaults.Telemetry;

/// <summary>The metrics of this process: pulled by <c>/metrics</c>, and pushed by OTLP where that is configured.</summary>
internal sealed class MetricsHost : IDisposable
{
    private static readonly string[] Meters =
    [
        "SocialSelling.*", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections",
        "Microsoft.EntityFrameworkCore", "System.Runtime", "Npgsql", "MassTransit",
    ];

    private readonly MeterProvider meters;

    public MetricsHost(IOptions<TelemetryOptions> options, PrometheusExporter prometheus, IServiceProvider services)
    {
        var builder = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(TelemetryResource.Of(services))
            .AddMeter([.. Meters, .. options.Value.Meters])
            .AddReader(new BaseExportingMetricReader(prometheus));
        if (options.Value.OtlpAddress("metrics") is { } address)
        {
            builder.AddOtlpExporter(exporter => Otlp.Configure(exporter, address));
        }

        meters = builder.Build();
    }

    public void Dispose() => meters.Dispose();
}
