namespace SocialSelling.Identity.Domain;

/// <summary>The newest link of a chain; before the first one it is number 0 with a hash of zeros.</summary>
internal sealed record AuditHead(Guid ChainId, long Sequence, byte[] Hash)
{
    public static AuditHead Before(Guid chainId) => new(chainId, 0, new byte[AuditChain.HashLength]);

    public static AuditHead Of(AuditEntry entry) => new(entry.ChainId, entry.Sequence, entry.Hash);

    /// <summary>Chain, number and hash, to be compared with later.</summary>
    public override string ToString() => FormattableString.Invariant($"{ChainId}:{Sequence}:{Convert.ToHexStringLower(Hash)}");
}
