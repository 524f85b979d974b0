using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Invitations;

/// <summary>An invitation as the workspace sees it.</summary>
/// <param name="Id">The invitation's id.</param>
/// <param name="Email">Who is invited.</param>
/// <param name="Role">The role they will have: a built-in one's name, or the id of a custom one.</param>
/// <param name="AllAccounts">Whether they will see every client account.</param>
/// <param name="AccountIds">The client accounts they will be confined to.</param>
/// <param name="Status"><c>pending</c>, <c>accepted</c>, <c>revoked</c> or <c>expired</c>.</param>
/// <param name="InvitedBy">The member who wrote it.</param>
/// <param name="Mails">How often it was sent.</param>
/// <param name="SentAt">When last, UTC.</param>
/// <param name="ExpiresAt">Until when its link is good, UTC.</param>
/// <param name="CreatedAt">When it was written, UTC.</param>
public sealed record InvitationResponse(
    Guid Id, string Email, string Role, bool AllAccounts, IReadOnlyList<Guid> AccountIds, string Status, Guid InvitedBy, int Mails,
    DateTimeOffset SentAt, DateTimeOffset ExpiresAt, DateTimeOffset CreatedAt)
{
    internal static InvitationResponse From(Invitation invitation, DateTimeOffset now) => new(
        invitation.Id, invitation.Email, invitation.RoleRef.Key, invitation.AccountIds is null, invitation.AccountIds ?? [], StatusOf(invitation, now),
        invitation.InvitedBy, invitation.SentCount, invitation.SentAt, invitation.ExpiresAt, invitation.CreatedAt);

    private static string StatusOf(Invitation invitation, DateTimeOffset now) => invitation switch
    {
        { AcceptedAt: not null } => "accepted",
        { RevokedAt: not null } => "revoked",
        _ => invitation.ExpiresAt <= now ? "expired" : "pending",
    };
}
