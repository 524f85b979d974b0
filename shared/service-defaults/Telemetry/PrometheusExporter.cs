using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace SocialSelling.ServiceDefaults.Telemetry;

/// <summary>Hands the metrics over when <c>/metrics</c> asks, as Prometheus text (exposition format 0.0.4).</summary>
internal sealed class PrometheusExporter : BaseExporter<Metric>, IPullMetricExporter
{
    private readonly Lock collecting = new();
    private string text = string.Empty;

    public Func<int, bool>? Collect { get; set; }

    public string Scrape(int timeoutMilliseconds = 1000)
    {
        lock (collecting)
        {
            Collect?.Invoke(timeoutMilliseconds);
            return text;
        }
    }

    public override ExportResult Export(in Batch<Metric> batch)
    {
        var writer = new PrometheusText();
        foreach (var metric in batch)
        {
            writer.Add(metric);
        }

        text = writer.ToString();
        return ExportResult.Success;
    }
}
