namespace SocialSelling.Gateway.Access;

/// <summary>The API key behind a request, by its hash; the key itself is forgotten as soon as it is read.</summary>
internal sealed class PresentedKey(byte[] hash)
{
    public byte[] Hash => hash;

    /// <summary>Whether it was exchanged anew because its mark was missing: that is tried once a request.</summary>
    public bool Renewed { get; set; }
}
