using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SocialSelling.ServiceDefaults.Telemetry;

/// <summary>Section <c>Telemetry</c>.</summary>
public sealed class TelemetryOptions
{
    /// <summary>Base address of an OTLP receiver over HTTP, such as <c>http://seq:5341/ingest/otlp</c>; empty exports nothing.</summary>
    public string OtlpEndpoint { get; set; } = string.Empty;

    /// <summary>The share of traces begun here that is exported. Default: all.</summary>
    [Range(0.0, 1.0)]
    public double SampleRatio { get; set; } = 1;

    /// <summary>Meters measured beside the usual ones.</summary>
    public IList<string> Meters { get; } = [];

    internal Uri? OtlpAddress(string signal) =>
        OtlpEndpoint.Length == 0 ? null : new Uri($"{OtlpEndpoint.TrimEnd('/')}/v1/{signal}");
}

[OptionsValidator]
internal sealed partial class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>;
