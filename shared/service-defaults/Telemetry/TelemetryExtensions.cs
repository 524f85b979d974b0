using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using OpenTelemetry.Logs;
using SocialSelling.ServiceDefaults.Hosting;

namespace SocialSelling.ServiceDefaults.Telemetry;

internal static class TelemetryExtensions
{
    private const string SuppressServerTags = "Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        AppContext.SetSwitch(SuppressServerTags, false);
        builder.Configuration.Sources.Insert(0, LogLevels.Defaults);
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(options => options.FormatterName = JsonLogFormatter.FormatterName);
        builder.Logging.AddConsoleFormatter<JsonLogFormatter, ConsoleFormatterOptions>();
        builder.Services.AddServiceOptions<TelemetryOptions, TelemetryOptionsValidator>("Telemetry");
        builder.Services.AddSingleton<ILoggerProvider>(LogExporter);
        builder.Services.AddSingleton<PrometheusExporter>();
        builder.Services.AddSingleton<MetricsHost>();
        builder.Services.AddSingleton<IHostedService, TelemetryHost>();
    }

    private static ILoggerProvider LogExporter(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<TelemetryOptions>>().Value;
        if (options.OtlpAddress("logs") is not { } address)
        {
            return Microsoft.Extensions.Logging.Abstractions.NullLoggerProvider.Instance;
        }

        var logging = new OpenTelemetryLoggerOptions { IncludeFormattedMessage = true, ParseStateValues = true };
        logging.SetResourceBuilder(TelemetryResource.Of(provider));
        logging.AddOtlpExporter(exporter => Otlp.Configure(exporter, address));
        return new OpenTelemetryLoggerProvider(new StaticOptions(logging));
    }

    private sealed class StaticOptions(OpenTelemetryLoggerOptions value) : IOptionsMonitor<OpenTelemetryLoggerOptions>
    {
        public OpenTelemetryLoggerOptions CurrentValue => value;

        public OpenTelemetryLoggerOptions Get(string? name) => value;

        public IDisposable? OnChange(Action<OpenTelemetryLoggerOptions, string?> listener) => null;
    }
}
