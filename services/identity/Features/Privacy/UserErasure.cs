using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.Identity.Features.Mail;
using SocialSelling.Identity.Features.Profile;
using SocialSelling.ServiceDefaults.Privacy;

namespace SocialSelling.Identity.Features.Privacy;

/// <summary>The last step of a user's erasure: identity's own rows, and the user's row at the very end.</summary>
internal sealed class UserErasure(IdentityDbContext db, SessionService sessions, OwnedWorkspaces workspaces, AvatarStore avatars, MailQueue mails)
{
    private const string OfTheirSessions = "session_id IN (SELECT id FROM sessions WHERE user_id = $1)";
    private const string OfTheirExports = "export_id IN (SELECT id FROM data_exports WHERE user_id = $1)";
    private const string ToTheirAddress = "email_key = (SELECT email_key FROM users WHERE id = $1)";

    private static readonly TimeSpan WorkspaceWait = TimeSpan.FromSeconds(5);

    public IReadOnlyList<ErasureStep> Steps =>
    [
        new("sessions_ended", EndSessionsAsync),
        new("workspaces", LeaveWorkspacesAsync),
        ErasureStep.Delete("refresh_tokens", OfTheirSessions),
        ErasureStep.Delete("data_export_parts", OfTheirExports),
        ErasureStep.Delete("invitations", ToTheirAddress),
        .. IdentityTables.DeleteBy(db, "user_id"),
        .. IdentityTables.MakeNameless(db),
        new("users", ForgetAsync),
    ];

    private async Task<bool> EndSessionsAsync(ErasureBatch batch, CancellationToken ct)
    {
        batch.Count("sessions_ended", await sessions.EndAllAsync(batch.SubjectId, except: null, SessionEnd.AccountDeleted, ct));
        return false;
    }

    /// <summary>A workspace that only this user owned goes first: the user's row is what it stands on.</summary>
    private async Task<bool> LeaveWorkspacesAsync(ErasureBatch batch, CancellationToken ct)
    {
        if (!await workspaces.AnyLeftAsync(batch.SubjectId, ct)) return false;
        batch.Pause = WorkspaceWait;
        return true;
    }

    private async Task<bool> ForgetAsync(ErasureBatch batch, CancellationToken ct)
    {
        if (await db.Users.SingleOrDefaultAsync(row => row.Id == batch.SubjectId, ct) is not { } user) return false;
        await avatars.DeleteAsync(user.Id, ct);
        mails.Add("account-deleted", user.Language, new MailContent(user.Email, new Dictionary<string, string> { ["name"] = user.Name, ["timezone"] = user.Timezone }));
        db.Users.Remove(user);
        batch.Count("users", 1);
        return false;
    }
}
