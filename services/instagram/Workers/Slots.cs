using System.Collections.Concurrent;

namespace SocialSelling.Instagram.Workers;

/// <summary>A bounded number of jobs at a time, which a shutdown lets finish.</summary>
internal sealed class Slots(int count)
{
    private readonly ConcurrentDictionary<Task, bool> _running = new();

    public int Free => Math.Max(0, count - _running.Count);

    /// <summary>Starts a job; <paramref name="ended"/> is told the exception, if there was one that the job does not handle.</summary>
    public void Start(Func<Task> job, Action<Exception?> ended)
    {
        var task = Task.Run(job);
        _running[task] = true;
        task.ContinueWith(
            done =>
            {
                _running.TryRemove(done, out _);
                ended(done.Exception);
            },
            CancellationToken.None,
            TaskContinuationOptions.None,
            TaskScheduler.Default);
    }

    public Task DrainAsync() => Task.WhenAll(_running.Keys).ContinueWith(static _ => { }, TaskScheduler.Default);
}
