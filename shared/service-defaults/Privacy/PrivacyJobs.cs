using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Identity;
using SocialSelling.ServiceDefaults.Data;
using SocialSelling.ServiceDefaults.Hosting;
using SocialSelling.ServiceDefaults.Outbox;

namespace SocialSelling.ServiceDefaults.Privacy;

/// <summary>Takes exports and erasures on, within the caller's transaction; the worker does them. A repeat changes nothing, but is answered again. Scoped.</summary>
public sealed class PrivacyJobs(ServiceDbContext db, IEventOutbox outbox, ServiceInfo service, TimeProvider clock)
{
    /// <summary>Copies out what belongs to a workspace.</summary>
    public Task ExportWorkspaceAsync(Guid exportId, Guid workspaceId, CancellationToken ct) =>
        AddAsync(exportId, PrivacyJobKind.ExportWorkspace, workspaceId, ct);

    /// <summary>Copies out what names a user.</summary>
    public Task ExportUserAsync(Guid exportId, Guid userId, CancellationToken ct) => AddAsync(exportId, PrivacyJobKind.ExportUser, userId, ct);

    /// <summary>Erases what names a user.</summary>
    public Task EraseUserAsync(Guid erasureId, Guid userId, CancellationToken ct) => AddAsync(erasureId, PrivacyJobKind.EraseUser, userId, ct);

    /// <summary>Erases a workspace; from the commit on what arrives for it is dropped.</summary>
    public async Task EraseWorkspaceAsync(Guid erasureId, Guid workspaceId, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO erased_workspaces (workspace_id, erased_at) VALUES ({workspaceId}, {clock.GetUtcNow()}) ON CONFLICT DO NOTHING", ct);
        await AddAsync(erasureId, PrivacyJobKind.EraseWorkspace, workspaceId, ct);
    }

    internal void Answer(PrivacyJob job) => outbox.Add(new ErasureCompleted
    {
        ErasureId = job.Id,
        Service = service.Name,
        Erased = job.Counts,
        OccurredAt = clock.GetUtcNow(),
    });

    private async Task AddAsync(Guid id, PrivacyJobKind kind, Guid subjectId, CancellationToken ct)
    {
        var known = await db.Set<PrivacyJob>().AsNoTracking().SingleOrDefaultAsync(job => job.Id == id, ct);
        if (known is null)
        {
            db.Add(PrivacyJob.Create(id, kind, subjectId, clock.GetUtcNow()));
        }
        else if (!known.IsExport && known.AnsweredAt is not null)
        {
            Answer(known);
        }
    }
}
