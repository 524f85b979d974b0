namespace SocialSelling.Gateway.Access;

/// <summary>What identity said of a key, and how long that is good.</summary>
/// <param name="Token">The access token; null for a key that is refused.</param>
/// <param name="Known">False when identity could not be asked.</param>
/// <param name="UsableUntil">Until when it may be used without asking again.</param>
/// <param name="RefreshAt">From when on it is worth asking again in the background.</param>
internal sealed record ApiKeyReply(string? Token, bool Known, DateTimeOffset UsableUntil, DateTimeOffset RefreshAt)
{
    /// <summary>A key that is used is shown to identity again about once a minute, which thereby learns when it was last used.</summary>
    private static readonly TimeSpan RefreshAfter = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RefusedFor = TimeSpan.FromSeconds(10);

    /// <summary>Identity is away.</summary>
    public static ApiKeyReply Away { get; } = new(null, Known: false, DateTimeOffset.MinValue, DateTimeOffset.MinValue);

    public static ApiKeyReply Of(string token, TimeSpan lifetime, DateTimeOffset now) => new(token, Known: true, now + (lifetime * 0.9), now + RefreshAfter);

    public static ApiKeyReply Refused(DateTimeOffset now) => new(null, Known: true, now + RefusedFor, DateTimeOffset.MaxValue);
}
