using System.Diagnostics;
using System.Globalization;

namespace SocialSelling.Load.Tools;

/// <summary>How much of a processor one process of the stack has used since this was made.</summary>
internal sealed class ProcessClock
{
    private const int TicksPerSecond = 100;
    private readonly string _stat;
    private readonly long _ticks;
    private readonly long _started = Stopwatch.GetTimestamp();

    public ProcessClock(string stateFolder, string process)
    {
        var pid = File.ReadLines(Path.Combine(stateFolder, "run", $"{process}.pid")).First().Split(' ')[0];
        _stat = $"/proc/{pid}/stat";
        _ticks = Ticks();
    }

    /// <summary>Processors in use on average: 1 is one core all the time.</summary>
    public double Cores() => (Ticks() - _ticks) / (double)TicksPerSecond / Stopwatch.GetElapsedTime(_started).TotalSeconds;

    /// <summary>User and system time; they stand after the name, which may hold blanks itself.</summary>
    private long Ticks()
    {
        var text = File.ReadAllText(_stat);
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
    }
}
