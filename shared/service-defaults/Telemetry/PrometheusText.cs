using System.Globalization;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace SocialSelling.ServiceDefaults.Telemetry;

/// <summary>Writes metrics as Prometheus reads them: <c>http.server.request.duration</c> in s becomes <c>http_server_request_duration_seconds</c>.</summary>
internal sealed class PrometheusText
{
    private readonly StringBuilder text = new(16 * 1024);

    public void Add(Metric metric)
    {
        var isSum = metric.MetricType is MetricType.LongSum or MetricType.DoubleSum;
        var name = Name(metric, isSum);
        var kind = metric.MetricType is MetricType.Histogram ? "histogram" : isSum ? "counter" : "gauge";
        text.Append("# TYPE ").Append(name).Append(' ').Append(kind).Append('\n');
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            Add(metric.MetricType, name, in point);
        }
    }

    public override string ToString() => text.ToString();

    private void Add(MetricType type, string name, in MetricPoint point)
    {
        switch (type)
        {
            case MetricType.LongSum or MetricType.LongSumNonMonotonic:
                Line(name, point.Tags, point.GetSumLong());
                break;
            case MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic:
                Line(name, point.Tags, point.GetSumDouble());
                break;
            case MetricType.LongGauge:
                Line(name, point.Tags, point.GetGaugeLastValueLong());
                break;
            case MetricType.DoubleGauge:
                Line(name, point.Tags, point.GetGaugeLastValueDouble());
                break;
            case MetricType.Histogram:
                AddHistogram(name, in point);
                break;
        }
    }

    private void AddHistogram(string name, in MetricPoint point)
    {
        long below = 0;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            below += bucket.BucketCount;
            var bound = double.IsPositiveInfinity(bucket.ExplicitBound) ? "+Inf" : bucket.ExplicitBound.ToString(CultureInfo.InvariantCulture);
            Line(name + "_bucket", point.Tags, below, bound);
        }

        Line(name + "_sum", point.Tags, point.GetHistogramSum());
        Line(name + "_count", point.Tags, point.GetHistogramCount());
    }

    private void Line(string name, ReadOnlyTagCollection tags, double value, string? bound = null)
    {
        text.Append(name);
        var separator = '{';
        foreach (var (key, tag) in tags)
        {
            Tag(ref separator, Clean(key), Convert.ToString(tag, CultureInfo.InvariantCulture) ?? string.Empty);
        }

        if (bound is not null)
        {
            Tag(ref separator, "le", bound);
        }

        text.Append(separator == ',' ? "} " : " ").Append(CultureInfo.InvariantCulture, $"{value}").Append('\n');
    }

    private void Tag(ref char separator, string key, string value)
    {
        var escaped = value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);
        text.Append(separator).Append(key).Append("=\"").Append(escaped).Append('"');
        separator = ',';
    }

    private static string Name(Metric metric, bool isSum)
    {
        var name = Clean(metric.Name);
        var unit = metric.Unit switch { "s" => "_seconds", "ms" => "_milliseconds", "By" => "_bytes", _ => string.Empty };
        name = name.EndsWith(unit, StringComparison.Ordinal) ? name : name + unit;
        return isSum && !name.EndsWith("_total", StringComparison.Ordinal) ? name + "_total" : name;
    }

    private static string Clean(string name) => string.Create(name.Length, name, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = char.IsAsciiLetterOrDigit(source[i]) ? source[i] : '_';
        }
    });
}
