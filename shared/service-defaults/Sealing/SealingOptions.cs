namespace SocialSelling.ServiceDefaults.Sealing;

/// <summary>Section <c>Sealing</c>: the master keys. An old key stays listed until nothing is sealed with it any more.</summary>
public sealed class SealingOptions
{
    /// <summary>The id of the key that new secrets are sealed with.</summary>
    public string ActiveKey { get; set; } = string.Empty;

    /// <summary>Key id → 32 bytes in base64.</summary>
    public Dictionary<string, string> Keys { get; } = new(StringComparer.Ordinal);
}
