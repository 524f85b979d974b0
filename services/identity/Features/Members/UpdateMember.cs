using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.Identity.Features.Workspaces;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;

namespace SocialSelling.Identity.Features.Members;

/// <summary>What changes of a member; what is left out stays.</summary>
/// <param name="Role"><c>owner</c>, <c>admin</c>, <c>manager</c>, <c>agent</c>, <c>viewer</c>, or the id of a custom role.</param>
/// <param name="AccountIds">Confines the member to these client accounts, at most 50; an empty list to none.</param>
/// <param name="AllAccounts">True ends the confinement.</param>
public sealed record UpdateMemberRequest(
    [property: StringLength(WorkspaceMember.MaxRoleLength, MinimumLength = 1)] string? Role = null,
    [property: MaxLength(UpdateMemberRequest.MaxAccounts)] IReadOnlyList<Guid>? AccountIds = null,
    bool? AllAccounts = null)
{
    // They travel in the access token, and so in a header of each request.
    internal const int MaxAccounts = 50;
}

internal static class UpdateMember
{
    public static void Map(RouteGroupBuilder group) => group.MapPatch("/{userId:guid}", HandleAsync).WithName(nameof(UpdateMember))
        .RequireUserSession().RequirePermission(Permissions.MembersManage)
        .WithSummary("Changes a member's role and client accounts; it takes hold at once. Nobody gives or takes more than they hold themselves.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status409Conflict);

    internal static async Task<Results<Ok<MemberResponse>, ProblemHttpResult>> HandleAsync(
        Guid userId, UpdateMemberRequest request, MemberRights rights, IdentityDbContext db, SessionService sessions, AuditTrail audit,
        TimeProvider clock, CancellationToken ct)
    {
        if (request is { AllAccounts: true, AccountIds: not null })
        {
            return WorkspaceProblems.Invalid("accountIds", "must be left out when allAccounts is true");
        }

        await using var work = await UnitOfWork.BeginAsync(db, ct);
        if (await rights.LockAsync(Permissions.MembersManage, ct) is not var (workspace, caller))
        {
            return WorkspaceProblems.NotFound();
        }

        if (await MemberRow.Of(db, workspace.Id).SingleOrDefaultAsync(row => row.User.Id == userId, ct) is not { } row)
        {
            return WorkspaceProblems.MemberNotFound();
        }

        if (!caller.Covers((await db.FindAccessAsync(workspace.Id, userId, ct))!))
        {
            return WorkspaceProblems.BeyondOwnRights();
        }

        var member = row.Member;
        var before = (Role: member.RoleRef, member.AccountIds);
        var accounts = request.AllAccounts == true ? null : request.AccountIds is { } ids ? [.. ids.Distinct()] : member.AccountIds;
        var (role, custom, problem) = await rights.ResolveAsync(caller, request.Role ?? member.RoleRef.Key, accounts, ct);
        if (problem is not null)
        {
            return problem;
        }

        var owner = workspace.OwnerId;
        if (member.Role == Roles.Owner && role.Name != Roles.Owner && !await db.TryLetGoAsync(workspace, userId, clock.GetUtcNow(), ct))
        {
            return WorkspaceProblems.LastOwner();
        }

        member.Become(role);
        member.Confine(accounts);
        Record(audit, userId, before, member);
        await sessions.SaveAndRenewTokensAsync(
            owner == workspace.OwnerId ? [userId] : await db.MembersOfAsync(workspace.Id, ct), ct, work.Own);
        return TypedResults.Ok(MemberResponse.From(row.User, member, custom?.Name));
    }

    private static void Record(AuditTrail audit, Guid userId, (RoleRef Role, Guid[]? AccountIds) before, WorkspaceMember member)
    {
        if (before.Role != member.RoleRef)
        {
            audit.Add("member.role_changed", AuditTarget.Of("member", userId), new { role = before.Role.Key }, new { role = member.RoleRef.Key });
        }

        if (!ReferenceEquals(before.AccountIds, member.AccountIds))
        {
            audit.Add("member.accounts_changed", AuditTarget.Of("member", userId), new { before.AccountIds }, new { member.AccountIds });
        }
    }
}
