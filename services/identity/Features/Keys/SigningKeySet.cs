namespace SocialSelling.Identity.Features.Keys;

/// <summary>The published keys, oldest first.</summary>
internal sealed class SigningKeySet(IReadOnlyList<LoadedKey> keys)
{
    public IReadOnlyList<LoadedKey> Published => keys;

    /// <summary>The newest key whose time has come.</summary>
    public LoadedKey Current(DateTimeOffset now) => keys.Last(key => key.ActivatesAt <= now);
}
