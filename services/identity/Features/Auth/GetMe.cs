using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Auth;

internal static class GetMe
{
    // Every page of every client begins with this one: without the work of a model.
    private const string Sql = "SELECT id, email, name, language, timezone, subscription_tier FROM users WHERE id = $1 AND deleted_at IS NULL";

    public static void Map(RouteGroupBuilder group) => group.MapGet("/me", HandleAsync).WithName(nameof(GetMe))
        .WithSummary("The user of the access token.").ProducesProblem(StatusCodes.Status401Unauthorized);

    internal static async Task<Results<Ok<UserResponse>, ProblemHttpResult>> HandleAsync(
        CurrentUser current, NpgsqlDataSource database, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand(Sql, connection) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = current.Id } } };
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct)
            ? TypedResults.Ok(new UserResponse(
                row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5)))
            : Problems.Unauthorized(ErrorCodes.TokenInvalid, "The user of this token is gone.");
    }
}
