namespace SocialSelling.Identity.Domain;

/// <summary>
/// What a chain's newest link was at some time, sealed under the master key, which the database does not know: a chain cut off behind an
/// anchor, or written anew from some place on, does not fit it any more.
/// </summary>
internal sealed class AuditAnchor
{
    private AuditAnchor(Guid chainId, long sequence, string sealingKeyId, byte[] sealedHash, DateTimeOffset createdAt)
    {
        ChainId = chainId;
        Sequence = sequence;
        SealingKeyId = sealingKeyId;
        SealedHash = sealedHash;
        CreatedAt = createdAt;
    }

    public Guid ChainId { get; private set; }

    public long Sequence { get; private set; }

    public string SealingKeyId { get; private set; }

    public byte[] SealedHash { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>What the seal is bound to.</summary>
    public string SealContext => ContextOf(ChainId, Sequence);

    public static string ContextOf(Guid chainId, long sequence) => FormattableString.Invariant($"audit_anchors:{chainId:N}:{sequence}");

    public static AuditAnchor Set(AuditHead head, string sealingKeyId, byte[] sealedHash, DateTimeOffset now) =>
        new(head.ChainId, head.Sequence, sealingKeyId, sealedHash, now);
}
