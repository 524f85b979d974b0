using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using SocialSelling.Contracts.Access;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Messaging.Features.Conversations;

internal static class GetConversation
{
    private const string Sql = $"SELECT {ConversationRow.Columns} FROM conversations c {ConversationRow.Joins} WHERE c.id = $1 AND c.workspace_id = $2";

    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/{id:guid}", HandleAsync)
            .WithName(nameof(GetConversation))
            .WithSummary("One conversation.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequirePermission(Permissions.ConversationsRead);

    internal static async Task<Results<Ok<ConversationResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, CurrentWorkspace workspace, NpgsqlDataSource database, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand("", connection)
        {
            Parameters = { new NpgsqlParameter<Guid> { TypedValue = id }, new NpgsqlParameter<Guid> { TypedValue = workspace.Id } },
        };
        command.CommandText = Sql.Within(workspace.Accounts, command.Parameters, "c.account_id");
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? TypedResults.Ok(ConversationRow.Read(reader)) : MessagingErrors.ConversationNotFound();
    }
}
