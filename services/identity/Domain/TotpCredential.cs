namespace SocialSelling.Identity.Domain;

/// <summary>A user's authenticator app: its secret, sealed. Until a first code has proved that the app knows it, it counts for nothing.</summary>
internal sealed class TotpCredential
{
    private TotpCredential(Guid userId, string sealingKeyId, byte[] sealedSecret, DateTimeOffset createdAt)
    {
        UserId = userId;
        SealingKeyId = sealingKeyId;
        SealedSecret = sealedSecret;
        CreatedAt = createdAt;
    }

    public Guid UserId { get; private set; }

    public string SealingKeyId { get; private set; }

    public byte[] SealedSecret { get; private set; }

    /// <summary>The step of the newest accepted code: this one and those before are never accepted again.</summary>
    public long LastStep { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    public static TotpCredential Begin(Guid userId, string sealingKeyId, byte[] sealedSecret, DateTimeOffset now) =>
        new(userId, sealingKeyId, sealedSecret, now);

    /// <summary>What the seal is bound to.</summary>
    public static string Context(Guid userId) => $"user:{userId:N}:totp";

    public void BeginAgain(string sealingKeyId, byte[] sealedSecret, DateTimeOffset now)
    {
        SealingKeyId = sealingKeyId;
        SealedSecret = sealedSecret;
        CreatedAt = now;
    }

    public bool TryUse(ReadOnlySpan<byte> secret, string code, DateTimeOffset now)
    {
        if (Totp.Match(secret, code, now, LastStep) is not { } step)
        {
            return false;
        }

        LastStep = step;
        return true;
    }

    public void Confirm(DateTimeOffset now) => ConfirmedAt = now;
}
