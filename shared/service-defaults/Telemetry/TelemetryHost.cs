using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace SocialSelling.ServiceDefaults.Telemetry;

/// <summary>Starts metrics and traces with the host and flushes them at its end.</summary>
internal sealed class TelemetryHost(IOptions<TelemetryOptions> options, IServiceProvider services) : IHostedService, IDisposable
{
    private static readonly string[] Sources =
        ["SocialSelling.*", "Microsoft.AspNetCore", "System.Net.Http", "Npgsql", "MassTransit", "Yarp.ReverseProxy"];

    private TracerProvider? tracers;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<MetricsHost>();
        if (options.Value.OtlpAddress("traces") is { } address)
        {
            tracers = Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(TelemetryResource.Of(services))
                .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(options.Value.SampleRatio)))
                .AddSource(Sources)
                .AddOtlpExporter(exporter => Otlp.Configure(exporter, address))
                .Build();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        tracers?.Dispose();
        tracers = null;
    }
}
