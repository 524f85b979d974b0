namespace SocialSelling.Identity.Domain;

/// <summary>
/// One mail on its way. It is <see cref="MailState.Sending"/> in the table before the server hears of it, so whoever finds it so after its
/// lease knows that it may have gone out: it is sent once more with the same Message-ID, by which mailboxes drop the second copy, and a
/// second interruption ends it. Its content is forgotten with its end.
/// </summary>
internal sealed class Mail
{
    public const int MaxFailureLength = 64;

    private Mail(Guid id, string template, string language, Guid? workspaceId, DateTimeOffset requestedAt)
    {
        Id = id;
        Template = template;
        Language = language;
        WorkspaceId = workspaceId;
        RequestedAt = requestedAt;
    }

    /// <summary>Also the left part of its Message-ID, whatever the attempt.</summary>
    public Guid Id { get; private set; }

    public string Template { get; private set; }

    public string Language { get; private set; }

    public Guid? WorkspaceId { get; private set; }

    public MailState State { get; private set; } = MailState.Queued;

    /// <summary>Recipient and values, sealed; null once sent or given up.</summary>
    public byte[]? SealedContent { get; private set; }

    public string? SealingKeyId { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Attempts whose outcome nobody learned, because the process ended.</summary>
    public int Interruptions { get; private set; }

    public DateTimeOffset RequestedAt { get; private set; }

    public DateTimeOffset NextAttemptAt { get; private set; }

    public DateTimeOffset? LeasedUntil { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why the last attempt failed: a code, never a text that could name the recipient.</summary>
    public string? Failure { get; private set; }

    public static Mail Queue(
        Guid id, string template, string language, Guid? workspaceId, string sealingKeyId, byte[] sealedContent, DateTimeOffset requestedAt,
        DateTimeOffset now) => new(id, template, language, workspaceId, requestedAt)
        {
            SealingKeyId = sealingKeyId,
            SealedContent = sealedContent,
            NextAttemptAt = now,
        };

    /// <summary>False when the mail was interrupted before and is given up instead.</summary>
    public bool TryBegin(DateTimeOffset now, TimeSpan lease)
    {
        if (State == MailState.Sending && ++Interruptions > 1)
        {
            Fail("interrupted", now);
            return false;
        }

        State = MailState.Sending;
        Attempts++;
        LeasedUntil = now + lease;
        return true;
    }

    public void Sent(DateTimeOffset now) => End(MailState.Sent, null, now);

    public void Fail(string reason, DateTimeOffset now) => End(MailState.Failed, reason, now);

    public void Retry(string reason, DateTimeOffset at)
    {
        State = MailState.Queued;
        LeasedUntil = null;
        Failure = reason;
        NextAttemptAt = at;
    }

    private void End(MailState state, string? failure, DateTimeOffset now)
    {
        State = state;
        Failure = failure;
        EndedAt = now;
        LeasedUntil = null;
        SealedContent = null;
        SealingKeyId = null;
    }
}
