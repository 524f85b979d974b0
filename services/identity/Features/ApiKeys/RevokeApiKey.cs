using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;

namespace SocialSelling.Identity.Features.ApiKeys;

internal static class RevokeApiKey
{
    public static void Map(RouteGroupBuilder group) => group.MapDelete("/{id:guid}", HandleAsync).WithName(nameof(RevokeApiKey))
        .WithSummary("Revokes an API key: it is refused within a second. It stays in the list.")
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid id, CurrentWorkspace workspace, IdentityDbContext db, ApiKeyMarks marks, AuditTrail audit, TimeProvider clock, CancellationToken ct)
    {
        if (await db.ApiKeys.SingleOrDefaultAsync(key => key.Id == id && key.WorkspaceId == workspace.Id, ct) is not { } key)
        {
            return ApiKeyErrors.NotFound();
        }

        if (key.TryRevoke(clock.GetUtcNow()))
        {
            audit.Add("apikey.revoked", AuditTarget.Of("apiKey", key.Id));
            await db.SaveChangesAsync(ct);
        }

        // Also for one that was revoked before: Redis may have been away then.
        await marks.DropAsync(key.Id, ct);
        return TypedResults.NoContent();
    }
}
