using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Identity;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.ServiceDefaults.Outbox;

namespace SocialSelling.Identity.Features.Privacy;

/// <summary>Begins erasures in the caller's unit of work: the receipt's row and the event are committed with what the caller changes.</summary>
/// <remarks>
/// Call it when the period of grace is over, and do not delete the user or the workspace: the services answer first, then identity's own rows
/// go, the user's last, because the address is needed for the mail <c>account-deleted</c>.
/// </remarks>
internal sealed class ErasureService(IdentityDbContext db, IEventOutbox outbox, TimeProvider clock)
{
    /// <summary>Erases what names the user everywhere; returns the erasure's id, also when it has begun before. Call it before the one <c>SaveChangesAsync</c>.</summary>
    public Task<Guid> BeginUserErasureAsync(Guid userId, Guid? requestedBy, CancellationToken ct) =>
        BeginAsync(ErasureScope.User, userId, requestedBy, ct);

    /// <summary>Erases all rows of the workspace everywhere; returns the erasure's id, also when it has begun before. Call it before the one <c>SaveChangesAsync</c>.</summary>
    public Task<Guid> BeginWorkspaceErasureAsync(Guid workspaceId, Guid? requestedBy, CancellationToken ct) =>
        BeginAsync(ErasureScope.Workspace, workspaceId, requestedBy, ct);

    /// <summary>Tells all services; those that are done answer again.</summary>
    public void Publish(Erasure erasure, DateTimeOffset now)
    {
        if (erasure.Scope == ErasureScope.User)
        {
            outbox.Add(new UserDeleted { ErasureId = erasure.Id, UserId = erasure.SubjectId, OccurredAt = now });
        }
        else
        {
            outbox.Add(new WorkspaceDeleted { ErasureId = erasure.Id, WorkspaceId = erasure.SubjectId, OccurredAt = now });
        }
    }

    private async Task<Guid> BeginAsync(ErasureScope scope, Guid subjectId, Guid? requestedBy, CancellationToken ct)
    {
        var known = await db.Erasures.AsNoTracking()
            .Where(erasure => erasure.Scope == scope && erasure.SubjectId == subjectId).Select(erasure => erasure.Id).SingleOrDefaultAsync(ct);
        if (known != Guid.Empty) return known;
        var now = clock.GetUtcNow();
        var begun = Erasure.Begin(scope, subjectId, requestedBy, DataServices.All, now);
        db.Erasures.Add(begun);
        Publish(begun, now);
        return begun.Id;
    }
}
