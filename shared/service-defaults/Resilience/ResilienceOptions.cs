namespace SocialSelling.ServiceDefaults.Resilience;

/// <summary>How much patience an HTTP client has.</summary>
public sealed class ResilienceOptions
{
    /// <summary>All attempts together. Default 30 s.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>One attempt. Default 10 s.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Repeats after the first attempt, 0 to 10. Default 3.</summary>
    public int Retries { get; set; } = 3;

    /// <summary>The first pause; it doubles, with jitter. Default 200 ms.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest pause, and the longest <c>Retry-After</c> that is waited for. Default 5 s.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the circuit stays open after half of at least ten calls in ten seconds failed. Default 5 s.</summary>
    public TimeSpan BreakDuration { get; set; } = TimeSpan.FromSeconds(5);
}
