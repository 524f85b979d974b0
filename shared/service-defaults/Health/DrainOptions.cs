namespace SocialSelling.ServiceDefaults.Health;

/// <summary>Section <c>Hosting</c>.</summary>
public sealed class DrainOptions
{
    /// <summary>
    /// How long readiness is red before the server stops accepting, so that a balancer notices. Default none: with one instance behind a
    /// proxy nobody could take over anyway.
    /// </summary>
    public TimeSpan DrainDelay { get; set; }
}
