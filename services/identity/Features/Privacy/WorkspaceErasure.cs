using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.ServiceDefaults.Privacy;

namespace SocialSelling.Identity.Features.Privacy;

/// <summary>The last step of a workspace's erasure: identity's own rows.</summary>
internal sealed class WorkspaceErasure(IdentityDbContext db, SessionService sessions)
{
    private const string OfWorkspace = "workspace_id = $1";
    private const string OfItsSessions = "session_id IN (SELECT id FROM sessions WHERE workspace_id = $1)";
    private const string OfItsExports = "export_id IN (SELECT id FROM data_exports WHERE workspace_id = $1)";

    public IReadOnlyList<ErasureStep> Steps =>
    [
        new("sessions", EndSessionsAsync),
        ErasureStep.Delete("refresh_tokens", OfItsSessions),
        ErasureStep.Delete("data_export_parts", OfItsExports),
        // A mail on its way is its recipient's.
        ErasureStep.Update("mails", "workspace_id = NULL", OfWorkspace, "mails_made_nameless"),
        .. IdentityTables.DeleteBy(db, "workspace_id", typeof(Domain.Mail)),
        ErasureStep.Delete("workspaces", "id = $1"),
    ];

    /// <summary>Whoever is still in it must log in anew, to another workspace.</summary>
    private async Task<bool> EndSessionsAsync(ErasureBatch batch, CancellationToken ct)
    {
        var live = await db.Sessions.Where(session => session.WorkspaceId == batch.SubjectId && session.EndedAt == null)
            .OrderBy(session => session.Id).Select(session => session.Id).Take(50).ToListAsync(ct);
        foreach (var id in live)
        {
            await sessions.EndAsync(id, Domain.SessionEnd.EndedByAdmin, ct);
        }

        return live.Count == 50;
    }
}
