using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Features.ApiKeys;

internal static class GetApiKey
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/{id:guid}", HandleAsync).WithName(nameof(GetApiKey))
        .WithSummary("One API key of the workspace.").ProducesProblem(StatusCodes.Status404NotFound);

    internal static async Task<Results<Ok<ApiKeyResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, CurrentWorkspace workspace, IdentityDbContext db, CancellationToken ct) =>
        await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(key => key.Id == id && key.WorkspaceId == workspace.Id, ct) is { } key
            ? TypedResults.Ok(ApiKeyResponse.From(key))
            : ApiKeyErrors.NotFound();
}
