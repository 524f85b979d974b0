using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Identity;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Privacy;

namespace SocialSelling.Identity.Features.Privacy;

/// <summary>Puts the services' answers into the receipt. When all others are done identity's own rows go, and its answer is the last.</summary>
internal sealed class ErasureCollector(IdentityDbContext db, PrivacyJobs jobs, AuditTrail audit, TimeProvider clock)
{
    public async Task ReceiveAsync(ErasureCompleted answer, CancellationToken ct)
    {
        // Answers that come at once see each other: the last one knows that it is the last.
        var erasure = (await db.Erasures.FromSql($"SELECT * FROM identity.erasures WHERE id = {answer.ErasureId} FOR UPDATE").ToListAsync(ct)).SingleOrDefault();
        if (erasure is null || erasure.CompletedAt is not null) return;
        await db.Entry(erasure).Collection(row => row.Answers).LoadAsync(ct);
        erasure.Answers.Find(row => row.Service == answer.Service)?.Complete(answer.Erased, answer.OccurredAt);
        await GoOnAsync(erasure, ct);
    }

    /// <summary>Takes the next step that the answers allow; a repeat changes nothing.</summary>
    public async Task GoOnAsync(Erasure erasure, CancellationToken ct)
    {
        var open = erasure.Answers.Where(row => row.CompletedAt is null).Select(row => row.Service).ToList();
        if (open is [DataServices.Identity])
        {
            await (erasure.Scope == ErasureScope.User
                ? jobs.EraseUserAsync(erasure.Id, erasure.SubjectId, ct)
                : jobs.EraseWorkspaceAsync(erasure.Id, erasure.SubjectId, ct));
        }
        else if (open.Count == 0)
        {
            erasure.Complete(clock.GetUtcNow());
            audit.Add(
                "data.erased", AuditTarget.Of(erasure.Scope == ErasureScope.User ? "user" : "workspace", erasure.SubjectId),
                AuditActors.Service(DataServices.Identity), erasure.Scope == ErasureScope.Workspace ? erasure.SubjectId : null,
                after: new { erasureId = erasure.Id });
        }
    }
}
