using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SocialSelling.ServiceDefaults.Hosting;
using SocialSelling.ServiceDefaults.Telemetry;
using SocialSelling.ServiceDefaults.Tests.Support;

namespace SocialSelling.ServiceDefaults.Tests.Telemetry;

public sealed class TelemetryTests
{
    private static readonly Uri Nowhere = new("http://127.0.0.1:1");

    [Fact]
    public async Task Metrics_AfterARequest_TellItsDurationAsPrometheusReadsIt()
    {
        await using var host = await TestHost.StartAsync(Nowhere, app => app.MapGet("/thing/{id}", (int id) => id));
        await host.Client.GetAsync("/thing/7", TestContext.Current.CancellationToken);

        var text = await host.Client.GetStringAsync("/metrics", TestContext.Current.CancellationToken);

        Assert.Contains("# TYPE http_server_request_duration_seconds histogram\n", text, StringComparison.Ordinal);
        Assert.Contains(text.Split('\n'), line => line.StartsWith("http_server_request_duration_seconds_count{", StringComparison.Ordinal)
            && line.Contains("http_route=\"/thing/{id}\"", StringComparison.Ordinal)
            && line.EndsWith("} 1", StringComparison.Ordinal));
        Assert.Contains("le=\"+Inf\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_OtlpEndpoint_ReceivesTracesMetricsAndLogs()
    {
        var seen = new System.Collections.Concurrent.ConcurrentDictionary<string, bool>();
        await using var receiver = await TestHost.StartAsync(Nowhere, app => app.MapPost("/otlp/v1/{signal}", (string signal) => seen[signal] = true));
        var settings = new Dictionary<string, string?> { ["Telemetry:OtlpEndpoint"] = $"{receiver.Client.BaseAddress}otlp" };

        await using (var host = await TestHost.StartAsync(Nowhere, app => app.MapGet("/broken", string () => throw new InvalidOperationException("x")), settings: settings))
        {
            await host.Client.GetAsync("/broken", TestContext.Current.CancellationToken);
        }

        await SocialSelling.Testing.Eventually.That(() => Task.FromResult(seen.ContainsKey("traces") && seen.ContainsKey("metrics")), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Write_EntryWithValuesAndException_IsOneLineOfJson()
    {
        using var activity = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).SetBaggage("correlation.id", "abc").Start();
        var output = new StringWriter();
        var state = new List<KeyValuePair<string, object?>> { new("Count", 3), new("{OriginalFormat}", "Sent {Count}") };
        var entry = new LogEntry<IReadOnlyList<KeyValuePair<string, object?>>>(
            LogLevel.Warning, "Category", default, state, new InvalidOperationException("why\nnot"), (_, _) => "Sent 3");

        new JsonLogFormatter(new ServiceInfo("probe"), TimeProvider.System).Write(entry, null, output);

        var json = JsonDocument.Parse(Assert.Single(output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))).RootElement;
        Assert.Equal("probe", json.GetProperty("service").GetString());
        Assert.Equal("warn", json.GetProperty("level").GetString());
        Assert.Equal("Sent 3", json.GetProperty("message").GetString());
        Assert.Equal("3", json.GetProperty("values").GetProperty("Count").GetString());
        Assert.Equal("abc", json.GetProperty("correlationId").GetString());
        Assert.Equal(activity.TraceId.ToHexString(), json.GetProperty("traceId").GetString());
        Assert.Contains("why", json.GetProperty("exception").GetString(), StringComparison.Ordinal);
    }
}
