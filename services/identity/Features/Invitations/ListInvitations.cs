using System.Linq.Expressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Paging;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Invitations;

internal static class ListInvitations
{
    private static readonly Dictionary<string, Expression<Func<Invitation, object?>>> SortFields = new(StringComparer.Ordinal)
    {
        ["createdAt"] = invitation => invitation.CreatedAt,
        ["expiresAt"] = invitation => invitation.ExpiresAt,
        ["email"] = invitation => invitation.EmailKey,
    };

    public static void Map(RouteGroupBuilder group) => group.MapGet("/", HandleAsync).WithName(nameof(ListInvitations))
        .RequirePermission(Permissions.MembersManage)
        .WithSummary("Invitations, newest first; sort by createdAt, expiresAt or email, filter[status]=pending|accepted|revoked|expired.")
        .ProducesProblem(StatusCodes.Status400BadRequest);

    internal static async Task<Ok<PagedResponse<InvitationResponse>>> HandleAsync(
        CurrentWorkspace workspace, PageQuery page, HttpRequest request, IdentityDbContext db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var rows = Filtered(db.Invitations.AsNoTracking().Where(invitation => invitation.WorkspaceId == workspace.Id), page.Filter("status"), now);
        var found = await rows.SortBy(page, SortFields, "-createdAt").ThenBy(invitation => invitation.Id).ToPagedResponseAsync(page, request, ct);
        return TypedResults.Ok(new PagedResponse<InvitationResponse>(
            [.. found.Data.Select(invitation => InvitationResponse.From(invitation, now))], found.Meta, found.Links));
    }

    private static IQueryable<Invitation> Filtered(IQueryable<Invitation> rows, string? status, DateTimeOffset now) => status switch
    {
        null => rows,
        "accepted" => rows.Where(invitation => invitation.AcceptedAt != null),
        "revoked" => rows.Where(invitation => invitation.RevokedAt != null),
        "pending" => rows.Where(invitation => invitation.AcceptedAt == null && invitation.RevokedAt == null && invitation.ExpiresAt > now),
        "expired" => rows.Where(invitation => invitation.AcceptedAt == null && invitation.RevokedAt == null && invitation.ExpiresAt <= now),
        _ => throw new InvalidRequestException("filter[status]", "must be pending, accepted, revoked or expired"),
    };
}
