namespace SocialSelling.Contracts.Identity;

/// <summary>Command to identity: send a mail from one of its templates. A repeat is recognised by <see cref="MailId"/>.</summary>
public sealed record MailRequested
{
    /// <summary>The mail; it becomes its Message-ID.</summary>
    public required Guid MailId { get; init; }

    /// <summary>The workspace it is about, where there is one.</summary>
    public Guid? WorkspaceId { get; init; }

    /// <summary>Name of the template, such as <c>verify-email</c>.</summary>
    public required string Template { get; init; }

    /// <summary>ISO 639-1 code; English where the template has no such language.</summary>
    public required string Language { get; init; }

    /// <summary>Id of the master key that sealed <see cref="SealedContent"/>.</summary>
    public required string SealingKeyId { get; init; }

    /// <summary>Recipient and values of the template, sealed by identity (base64): they name people and carry single-use tokens.</summary>
    public required string SealedContent { get; init; }

    /// <summary>When it was asked for, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
