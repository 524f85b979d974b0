namespace SocialSelling.Identity.Domain;

/// <summary>A copy of somebody's data, put together from what every service answers.</summary>
internal sealed class DataExport
{
    public const int MaxFailureLength = 300;

    private DataExport(Guid id, Guid userId, Guid? workspaceId, DateTimeOffset requestedAt)
    {
        Id = id;
        UserId = userId;
        WorkspaceId = workspaceId;
        RequestedAt = requestedAt;
        AskedAt = requestedAt;
    }

    public Guid Id { get; private set; }

    /// <summary>Who asked, and who alone may have it.</summary>
    public Guid UserId { get; private set; }

    /// <summary>The workspace whose data they are; null for the user's own.</summary>
    public Guid? WorkspaceId { get; private set; }

    public DataExportState State { get; private set; }

    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>When the services were asked last.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    public DateTimeOffset? ReadyAt { get; private set; }

    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>Why it failed, for the person who asked.</summary>
    public string? Failure { get; private set; }

    public List<DataExportShare> Shares { get; private set; } = [];

    public static DataExport Request(Guid userId, Guid? workspaceId, IEnumerable<string> services, DateTimeOffset now)
    {
        var export = new DataExport(Guid.CreateVersion7(now), userId, workspaceId, now);
        export.Shares.AddRange(services.Select(service => DataExportShare.Expect(export.Id, service)));
        return export;
    }

    public void AskAgain(DateTimeOffset now) => AskedAt = now;

    public bool TryFinish(DateTimeOffset now, TimeSpan lifetime)
    {
        if (State != DataExportState.Preparing || Shares.Exists(share => share.CompletedAt is null)) return false;
        (State, ReadyAt, ExpiresAt) = (DataExportState.Ready, now, now + lifetime);
        return true;
    }

    public void Fail(string reason) => (State, Failure) = (DataExportState.Failed, reason);

    public void Expire() => State = DataExportState.Expired;
}
