using System.Diagnostics;
using System.Globalization;

namespace SocialSelling.Demo;

/// <summary>Runs the steps one after another, says what happens, and keeps each one's time for the closing table.</summary>
public sealed class StepRunner(TextWriter output)
{
    private readonly List<(string Step, string Result, TimeSpan Took)> _done = [];

    /// <summary>Runs one step; <paramref name="action"/> answers with what was seen.</summary>
    public async Task RunAsync(string step, string whereToLook, Func<Task<string>> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        var watch = Stopwatch.StartNew();
        try
        {
            var result = await action();
            Record(step, result, watch.Elapsed);
        }
        catch (Exception exception) when (exception is not StepFailedException)
        {
            Record(step, "FAILED", watch.Elapsed);
            throw new StepFailedException(step, whereToLook, exception);
        }
    }

    /// <summary>Prints all steps with their times.</summary>
    public void PrintTable()
    {
        var width = _done.Max(entry => entry.Step.Length);
        output.WriteLine();
        output.WriteLine($"{"step".PadRight(width)}  {"time",9}  result");
        output.WriteLine(new string('-', width + 40));
        foreach (var (step, result, took) in _done)
        {
            output.WriteLine($"{step.PadRight(width)}  {Milliseconds(took),9}  {result}");
        }

        var total = TimeSpan.FromTicks(_done.Sum(entry => entry.Took.Ticks));
        output.WriteLine($"{"all".PadRight(width)}  {Milliseconds(total),9}");
    }

    private static string Milliseconds(TimeSpan took) => string.Create(CultureInfo.InvariantCulture, $"{took.TotalMilliseconds:0} ms");

    private void Record(string step, string result, TimeSpan took)
    {
        _done.Add((step, result, took));
        output.WriteLine($"  {step}: {result} ({Milliseconds(took)})");
    }
}
