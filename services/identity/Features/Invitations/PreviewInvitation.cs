using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;

namespace SocialSelling.Identity.Features.Invitations;

/// <summary>An invitation's token, as the link in the mail has it behind the <c>#</c>.</summary>
/// <param name="Token">43 characters.</param>
public sealed record InvitationTokenRequest([property: Required, StringLength(100)] string Token);

/// <summary>What the holder of the mail is asked to join.</summary>
/// <param name="WorkspaceId">The workspace.</param>
/// <param name="Workspace">Its name.</param>
/// <param name="Inviter">Who invites.</param>
/// <param name="Email">The address that is invited.</param>
/// <param name="Role">The role to come: a built-in one's name, or the name of a custom one.</param>
/// <param name="AccountExists">Whether to sign in and accept (true) or to register (false).</param>
/// <param name="ExpiresAt">Until when, UTC.</param>
public sealed record InvitationPreview(
    Guid WorkspaceId, string Workspace, string Inviter, string Email, string Role, bool AccountExists, DateTimeOffset ExpiresAt);

internal static class PreviewInvitation
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/preview", HandleAsync).WithName(nameof(PreviewInvitation)).AllowAnonymous()
        .WithSummary("Tells the holder of a mail's link what it invites to.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);

    internal static async Task<Results<Ok<InvitationPreview>, ProblemHttpResult>> HandleAsync(
        InvitationTokenRequest request, InvitationTokens tokens, IdentityDbContext db, CancellationToken ct)
    {
        var (invitation, problem) = await tokens.FindAsync(request.Token, ct);
        if (invitation is null)
        {
            return problem!;
        }

        var workspace = await db.Workspaces.AsNoTracking().SingleAsync(workspace => workspace.Id == invitation.WorkspaceId, ct);
        var inviter = await db.Users.Where(user => user.Id == invitation.InvitedBy).Select(user => user.Name).SingleOrDefaultAsync(ct);
        var role = invitation.RoleId is { } id
            ? await db.CustomRoles.Where(role => role.Id == id && role.WorkspaceId == workspace.Id).Select(role => role.Name).SingleOrDefaultAsync(ct)
            : null;
        var exists = await db.Users.AnyAsync(user => user.EmailKey == invitation.EmailKey, ct);
        return TypedResults.Ok(new InvitationPreview(
            workspace.Id, workspace.Name, inviter ?? workspace.Name, invitation.Email, role ?? invitation.Role, exists, invitation.ExpiresAt));
    }
}
