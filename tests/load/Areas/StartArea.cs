using System.Diagnostics;
using SocialSelling.Load.Tools;

namespace SocialSelling.Load.Areas;

/// <summary>From stopped and built to every health check green: <c>./dev down</c>, then <c>./dev up</c>.</summary>
internal static class StartArea
{
    public const string Name = "start";

    public static async Task RunAsync(BenchOptions options, Report report, CancellationToken ct)
    {
        await DevAsync(options, "down", ct);
        var (watch, processor) = (Stopwatch.StartNew(), new Processor());
        await DevAsync(options, "up", ct);
        report.Add(new Figure("./dev up, from built to ready", watch.Elapsed.TotalSeconds, "s", 20, Below: true, IdlePercent: processor.IdlePercent()));
    }

    private static async Task DevAsync(BenchOptions options, string command, CancellationToken ct)
    {
        var start = new ProcessStartInfo(options.DevCommand, command) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var dev = Process.Start(start) ?? throw new InvalidOperationException("./dev could not be started.");
        var output = dev.StandardOutput.ReadToEndAsync(ct);
        var errors = dev.StandardError.ReadToEndAsync(ct);
        await dev.WaitForExitAsync(ct);
        if (dev.ExitCode != 0)
        {
            throw new InvalidOperationException($"./dev {command} ended with {dev.ExitCode}: {await errors}{await output}");
        }
    }
}
