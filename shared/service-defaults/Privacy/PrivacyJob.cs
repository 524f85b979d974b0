namespace SocialSelling.ServiceDefaults.Privacy;

/// <summary>An export or an erasure that this service works off; how far it is, is committed with each batch.</summary>
internal sealed class PrivacyJob
{
    private PrivacyJob(Guid id, PrivacyJobKind kind, Guid subjectId, DateTimeOffset createdAt)
    {
        Id = id;
        Kind = kind;
        SubjectId = subjectId;
        CreatedAt = createdAt;
        NextAttemptAt = createdAt;
    }

    /// <summary>The export's or the erasure's id.</summary>
    public Guid Id { get; private set; }

    public PrivacyJobKind Kind { get; private set; }

    public Guid SubjectId { get; private set; }

    /// <summary>Place in the list of files or of steps.</summary>
    public int Step { get; private set; }

    /// <summary>Key of the last row that was copied out of the file, or what the step of an erasure noted.</summary>
    public string[] Cursor { get; private set; } = [];

    /// <summary>Pieces published so far.</summary>
    public int Sequence { get; private set; }

    /// <summary>Erased rows by name.</summary>
    public Dictionary<string, long> Counts { get; private set; } = [];

    /// <summary>Transactions that began before this time may not have seen that the workspace is gone.</summary>
    public DateTimeOffset? SettlesAfter { get; private set; }

    public bool Settled { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset NextAttemptAt { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public DateTimeOffset? CompletedAt { get; private set; }

    public bool IsExport => Kind is PrivacyJobKind.ExportWorkspace or PrivacyJobKind.ExportUser;

    public bool IsOfWorkspace => Kind is PrivacyJobKind.ExportWorkspace or PrivacyJobKind.EraseWorkspace;

    public static PrivacyJob Create(Guid id, PrivacyJobKind kind, Guid subjectId, DateTimeOffset now) => new(id, kind, subjectId, now);

    public void SettleAfter(DateTimeOffset time, DateTimeOffset next) => (SettlesAfter, NextAttemptAt) = (time, next);

    public void Settle() => Settled = true;

    public void Postpone(DateTimeOffset until) => NextAttemptAt = until;

    public void Failed(DateTimeOffset next) => (Attempts, NextAttemptAt) = (Attempts + 1, next);

    public void Copied(string[] cursor) => (Sequence, Cursor, Attempts) = (Sequence + 1, cursor, 0);

    public void NextStep() => (Step, Cursor, Attempts) = (Step + 1, [], 0);

    public void Erased(IReadOnlyDictionary<string, long> counts, string cursor) =>
        (Counts, Cursor, Attempts) = (new(counts), cursor.Length == 0 ? [] : [cursor], 0);

    /// <summary>A second pass follows: it finds what was under way when the first one began.</summary>
    public void Answer(DateTimeOffset now, DateTimeOffset sweepAt) => (AnsweredAt, Step, NextAttemptAt) = (now, 0, sweepAt);

    public void Complete(DateTimeOffset now)
    {
        AnsweredAt ??= now;
        CompletedAt = now;
    }
}
