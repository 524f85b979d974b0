using System.Diagnostics;
using System.Globalization;

namespace SocialSelling.Load.Tools;

/// <summary>What wrk measured. Latencies are in milliseconds.</summary>
internal sealed record WrkResult(long Requests, double PerSecond, long Refused, long Broken, double P50, double P95, double P99, double IdlePercent)
{
    /// <summary>Requests that were answered with a 2xx or 3xx.</summary>
    public long Good => Requests - Refused;

    /// <summary>A remark on failures, or nothing.</summary>
    public string Failures => Refused + Broken == 0 ? "" : $"; {Refused} refused, {Broken} broken";
}

/// <summary>Runs wrk (one thread, so that the service keeps a core) over prepared requests.</summary>
internal static class Wrk
{
    public static async Task<WrkResult> RunAsync(
        Uri server, IEnumerable<string> requests, string? token, int connections, int seconds, CancellationToken ct)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(file, requests, ct);
            var start = new ProcessStartInfo("wrk")
            {
                ArgumentList =
                {
                    "-t1", $"-c{connections}", $"-d{seconds}s", "--timeout", "10s",
                    "-s", Path.Combine(AppContext.BaseDirectory, "Tools", "requests.lua"), server.ToString(),
                },
                RedirectStandardOutput = true,
            };
            start.Environment["BENCH_REQUESTS"] = file;
            start.Environment["BENCH_TOKEN"] = token;
            var processor = new Processor();
            using var wrk = Process.Start(start) ?? throw new InvalidOperationException("wrk could not be started.");
            var output = await wrk.StandardOutput.ReadToEndAsync(ct);
            await wrk.WaitForExitAsync(ct);
            return Parse(output, processor.IdlePercent());
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static WrkResult Parse(string output, double idle)
    {
        var line = output.Split('\n').LastOrDefault(text => text.StartsWith("RESULT ", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"wrk gave no result: {output}");
        var numbers = line.Split(' ').Skip(1).Select(text => long.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        return new WrkResult(
            numbers[0], numbers[0] / (numbers[1] / 1e6), numbers[2], numbers[3], numbers[4] / 1e3, numbers[5] / 1e3, numbers[6] / 1e3, idle);
    }
}
