using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace SocialSelling.Testing;

/// <summary>Waits for what happens in the background: as long as needed, no longer than allowed.</summary>
public static class Eventually
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Returns once the condition holds; fails the test after the time-out (60 s when none is given).</summary>
    public static async Task That(Func<Task<bool>> condition, TimeSpan? timeout = null, [CallerArgumentExpression(nameof(condition))] string what = "") =>
        await Value(async () => await condition() ? what : null, timeout, what);

    /// <summary>Returns the first value that is not null; fails the test after the time-out (60 s when none is given).</summary>
    public static async Task<T> Value<T>(Func<Task<T?>> read, TimeSpan? timeout = null, [CallerArgumentExpression(nameof(read))] string what = "")
        where T : class
    {
        var limit = timeout ?? DefaultTimeout;
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            if (await read() is { } value) return value;
            if (Stopwatch.GetElapsedTime(started) > limit) throw new TimeoutException($"Not within {limit.TotalSeconds:0} s: {what}");
            await Task.Delay(Pause);
        }
    }
}
