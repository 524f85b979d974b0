namespace SocialSelling.Contracts.Identity;

/// <summary>Something happened that the audit log keeps. Source: any service; identity writes it down.</summary>
public sealed record AuditEntryRecorded
{
    /// <summary>The entry; a repeat of the event is recognised by it.</summary>
    public required Guid EntryId { get; init; }

    /// <summary>The workspace it concerns; null for what concerns none, such as a failed login.</summary>
    public Guid? WorkspaceId { get; init; }

    /// <summary>Who did it.</summary>
    public required AuditActor Actor { get; init; }

    /// <summary>What, as <c>resource.verb</c> in the past tense, such as <c>member.removed</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The kind of thing it was done to, such as <c>member</c>.</summary>
    public required string TargetType { get; init; }

    /// <summary>Which one; null where there is none.</summary>
    public string? TargetId { get; init; }

    /// <summary>The client's network address.</summary>
    public string? Address { get; init; }

    /// <summary>What the client said it was, at most 512 characters.</summary>
    public string? UserAgent { get; init; }

    /// <summary>The changed fields before, a JSON object without secrets.</summary>
    public string? Before { get; init; }

    /// <summary>The changed fields after, a JSON object without secrets.</summary>
    public string? After { get; init; }

    /// <summary>The service that saw it.</summary>
    public required string Service { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
