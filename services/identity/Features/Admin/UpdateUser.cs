using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Admin;

/// <summary>What to change; what is left out stays.</summary>
/// <param name="SubscriptionTier"><c>FREE</c>, <c>STARTER</c>, <c>PROFESSIONAL</c> or <c>ENTERPRISE</c>.</param>
/// <param name="Disabled">True ends all sessions and refuses every login; false lets the user in again.</param>
public sealed record UpdateUserRequest(
    [property: AllowedValues(null, "FREE", "STARTER", "PROFESSIONAL", "ENTERPRISE", ErrorMessage = "must be FREE, STARTER, PROFESSIONAL or ENTERPRISE")]
    string? SubscriptionTier = null,
    bool? Disabled = null);

internal static class UpdateUser
{
    public static void Map(RouteGroupBuilder group) => group.MapPatch("/users/{id:guid}", HandleAsync).WithName(nameof(UpdateUser)).RequireRecentLogin()
        .WithSummary("Changes a user's subscription, or shuts the user out and lets the user in again. Tokens of all whom it concerns are renewed.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);

    internal static async Task<Results<Ok<AdminUserResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, UpdateUserRequest request, CurrentUser current, IdentityDbContext db, AdminRights rights, SessionService sessions, AuditTrail audit,
        TimeProvider clock, CancellationToken ct)
    {
        if (request is { SubscriptionTier: null, Disabled: null })
        {
            return Problems.BadRequest(
                ErrorCodes.Validation, "Nothing to change is named.", new FieldError("subscriptionTier", "is missing, and so is disabled"));
        }

        await using var work = await UnitOfWork.BeginAsync(db, ct);
        await rights.LockAsync(ct);
        var user = await db.Users.SingleOrDefaultAsync(user => user.Id == id && user.DeletedAt == null, ct);
        if (user is null)
        {
            return AdminProblems.NotFound();
        }

        if (request.Disabled == true && (id == current.Id || await rights.IsLastAsync(user, ct)))
        {
            return id == current.Id ? AdminProblems.NotOneself() : AdminProblems.TheLastOne();
        }

        var change = new Change(user, current.Id, audit, clock.GetUtcNow());
        change.SetTier(request.SubscriptionTier);
        change.SetDisabled(request.Disabled);
        await sessions.SaveAndRenewTokensAsync(await ConcernedAsync(user, change, db, ct), ct, work.Own);

        // After the commit: a login that was under way has either seen it, or its session is among these.
        if (user.DisabledAt is not null)
        {
            await sessions.EndAllAsync(id, except: null, SessionEnd.EndedByAdmin, ct);
        }

        return TypedResults.Ok(AdminUserResponse.From(user));
    }

    /// <summary>A workspace's limits are those of its owner: every member's token says them.</summary>
    private static async Task<IReadOnlyCollection<Guid>> ConcernedAsync(User user, Change change, IdentityDbContext db, CancellationToken ct)
    {
        if (!change.IsOfTier)
        {
            return [user.Id];
        }

        var members =
            from member in db.WorkspaceMembers
            join workspace in db.Workspaces on member.WorkspaceId equals workspace.Id
            where workspace.OwnerId == user.Id
            select member.UserId;
        return [user.Id, .. await members.Where(member => member != user.Id).Distinct().ToListAsync(ct)];
    }

    private sealed class Change(User user, Guid adminId, AuditTrail audit, DateTimeOffset now)
    {
        public bool IsOfTier { get; private set; }

        public void SetTier(string? text)
        {
            if (text is null || !AdminTiers.TryParse(text, out var tier) || tier == user.SubscriptionTier)
            {
                return;
            }

            Note("user.tier_changed", new { subscriptionTier = user.SubscriptionTier.ToString().ToUpperInvariant() }, new { subscriptionTier = text });
            user.SetTier(tier, now);
            IsOfTier = true;
        }

        public void SetDisabled(bool? disabled)
        {
            if (disabled is not { } wanted || wanted == user.DisabledAt is not null)
            {
                return;
            }

            Note(wanted ? "user.disabled" : "user.enabled");
            user.SetDisabled(wanted, now);
        }

        private void Note(string action, object? before = null, object? after = null) =>
            audit.Add(action, AuditTarget.Of("user", user.Id), AuditActors.User(adminId), workspaceId: null, before, after);
    }
}
