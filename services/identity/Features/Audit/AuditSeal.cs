using System.Security.Cryptography;
using SocialSelling.Identity.Domain;
using SocialSelling.ServiceDefaults.Sealing;

namespace SocialSelling.Identity.Features.Audit;

/// <summary>Makes and reads anchors. Only who has the master key can make one, and that key is not in the database.</summary>
internal sealed class AuditSeal(SecretSealer sealer)
{
    public AuditAnchor Anchor(AuditHead head, DateTimeOffset now)
    {
        var secret = sealer.Seal(head.Hash, AuditAnchor.ContextOf(head.ChainId, head.Sequence));
        return AuditAnchor.Set(head, secret.KeyId, secret.Bytes, now);
    }

    /// <summary>Whether the anchor is ours and was set on this very hash.</summary>
    public bool Holds(AuditAnchor anchor, byte[] hash)
    {
        try
        {
            var sealedHash = sealer.Open(new SealedSecret(anchor.SealingKeyId, anchor.SealedHash), anchor.SealContext);
            return CryptographicOperations.FixedTimeEquals(sealedHash, hash);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
