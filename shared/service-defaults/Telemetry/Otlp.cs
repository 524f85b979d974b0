using OpenTelemetry.Exporter;

namespace SocialSelling.ServiceDefaults.Telemetry;

internal static class Otlp
{
    /// <summary>Over HTTP the exporter wants the full address of each signal.</summary>
    public static void Configure(OtlpExporterOptions exporter, Uri address)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = address;
    }
}
