namespace SocialSelling.Demo;

/// <summary>Waits for something that the suite does in the background.</summary>
public static class Polling
{
    /// <summary>Asks again until the answer is there; a <see cref="TimeoutException"/> says what was waited for.</summary>
    public static async Task<T> UntilAsync<T>(string what, Func<Task<T?>> ask, TimeSpan limit, CancellationToken ct)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(ask);
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(ct);
        bounded.CancelAfter(limit);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        try
        {
            while (true)
            {
                if (await ask() is { } answer)
                {
                    return answer;
                }

                await timer.WaitForNextTickAsync(bounded.Token);
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException($"Waited {limit.TotalSeconds:0} s in vain for {what}.");
        }
    }
}
