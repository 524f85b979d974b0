using System.Globalization;

namespace SocialSelling.Load.Areas;

/// <summary>The proportional set size of the seven processes after the load.</summary>
internal static class MemoryArea
{
    public const string Name = "memory";
    private static readonly string[] Processes = ["gateway", "identity", "accounts", "instagram", "messaging", "publisher", "analytics"];

    public static async Task RunAsync(BenchOptions options, Report report, CancellationToken ct)
    {
        var each = new List<(string Name, double Megabytes)>();
        foreach (var name in Processes)
        {
            var pid = (await File.ReadAllLinesAsync(Path.Combine(options.StateFolder, "run", $"{name}.pid"), ct))[0].Split(' ')[0];
            var pss = (await File.ReadAllLinesAsync($"/proc/{pid}/smaps_rollup", ct)).First(line => line.StartsWith("Pss:", StringComparison.Ordinal));
            each.Add((name, double.Parse(pss.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024));
        }

        report.Add(new Figure(
            "memory of the seven processes (PSS)", each.Sum(entry => entry.Megabytes), "MB", 900, Below: true,
            Beside: string.Join(", ", each.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Name} {entry.Megabytes:0}")))));
    }
}
