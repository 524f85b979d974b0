using System.Globalization;

namespace SocialSelling.Load.Tools;

/// <summary>The idle share of the machine over a stretch of time, from the kernel's counters.</summary>
internal sealed class Processor
{
    private readonly (long Idle, long All) _start = Read();

    /// <summary>Percent idle since this object was made.</summary>
    public double IdlePercent()
    {
        var now = Read();
        return 100.0 * (now.Idle - _start.Idle) / Math.Max(1, now.All - _start.All);
    }

    private static (long Idle, long All) Read()
    {
        var ticks = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(8)
            .Select(value => long.Parse(value, CultureInfo.InvariantCulture)).ToArray();
        return (ticks[3] + ticks[4], ticks.Sum());
    }
}
