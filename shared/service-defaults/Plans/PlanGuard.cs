using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Contracts.Access;
using SocialSelling.ServiceDefaults.Data;

namespace SocialSelling.ServiceDefaults.Plans;

/// <summary>The one place that says whether a plan allows one more. Scoped.</summary>
public sealed class PlanGuard(ServiceDbContext db, IOptions<PlanOptions> options)
{
    /// <summary>The limit of a tier, null where there is none.</summary>
    public int? LimitOf(PlanLimit limit, string plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var sold = PlanLimits.Of(plan);
        var own = options.Value.GetValueOrDefault(plan);
        var (given, standard) = limit switch
        {
            PlanLimit.Accounts => (own?.Accounts, sold.Accounts),
            PlanLimit.Members => (own?.Members, sold.Members),
            PlanLimit.Posts => (own?.PostsPerMonth, sold.PostsPerMonth),
            _ => (own?.Workspaces, sold.Workspaces),
        };
        return given is null ? standard : given < 0 ? null : given;
    }

    /// <summary>
    /// Null when one more is allowed, else 403 with a code that names the limit and the members <c>limit</c>, <c>used</c> and <c>plan</c>.
    /// In a transaction others of the same owner wait until it ends, so that two at once cannot both be the last; without one the answer
    /// is only a hint for people.
    /// </summary>
    /// <param name="limit">What there will be one more of.</param>
    /// <param name="plan">The tier.</param>
    /// <param name="owner">The workspace, or the user where users are limited.</param>
    /// <param name="count">Counts how many there are; called only where there is a limit.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<ProblemHttpResult?> CheckAsync(
        PlanLimit limit, string plan, Guid owner, Func<CancellationToken, Task<int>> count, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(count);
        if (LimitOf(limit, plan) is not { } allowed)
        {
            return null;
        }

        if (db.Database.CurrentTransaction is not null)
        {
            var key = $"plan:{limit}:{owner:N}";
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({key}, 0))", ct);
        }

        var used = await count(ct);
        return used < allowed ? null : Exceeded(limit, plan, allowed, used);
    }

    private static ProblemHttpResult Exceeded(PlanLimit limit, string plan, int allowed, int used)
    {
        var (code, things) = limit switch
        {
            PlanLimit.Accounts => ("PLAN_ACCOUNTS", "connected accounts in a workspace"),
            PlanLimit.Members => ("PLAN_MEMBERS", "members in a workspace, invitations included"),
            PlanLimit.Posts => ("PLAN_POSTS", "posts in a calendar month"),
            _ => ("PLAN_WORKSPACES", "workspaces of one owner"),
        };
        return Problems.Problems.Create(
            StatusCodes.Status403Forbidden, code, $"The plan {plan} allows {allowed} {things}. Make room or move to a larger plan.",
            new Dictionary<string, JsonElement>
            {
                ["limit"] = JsonSerializer.SerializeToElement(allowed),
                ["used"] = JsonSerializer.SerializeToElement(used),
                ["plan"] = JsonSerializer.SerializeToElement(plan),
            });
    }
}
