using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using SocialSelling.Contracts.Access;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Messaging.Features.Messages;

internal static class GetMessage
{
    private const string Sql = $"SELECT {MessageRow.Columns} FROM messages WHERE id = $1 AND workspace_id = $2";

    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/{id:guid}", HandleAsync)
            .WithName(nameof(GetMessage))
            .WithSummary("One message, with what became of it.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequirePermission(Permissions.ConversationsRead);

    internal static async Task<Results<Ok<MessageResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, CurrentWorkspace workspace, NpgsqlDataSource database, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand("", connection)
        {
            Parameters = { new NpgsqlParameter<Guid> { TypedValue = id }, new NpgsqlParameter<Guid> { TypedValue = workspace.Id } },
        };
        command.CommandText = Sql.Within(workspace.Accounts, command.Parameters);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? TypedResults.Ok(MessageRow.Read(reader)) : MessagingErrors.MessageNotFound();
    }
}
