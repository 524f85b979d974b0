using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using SocialSelling.Contracts.Access;
using SocialSelling.Messaging.Features.Messages;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Paging;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Messaging.Features.Conversations;

internal static class ListMessages
{
    // The limit follows as a literal: with a parameter the planner would plan anew on every request.
    private const string Sql = $"""
        SELECT {MessageRow.Columns} FROM messages
        WHERE conversation_id = $1 AND workspace_id = $2 AND (sent_at, id) < ($3, $4)
        ORDER BY sent_at DESC, id DESC LIMIT
        """;

    private const string Exists = "SELECT 1 FROM conversations WHERE id = $1 AND workspace_id = $2";

    // Beyond any message, yet within what the database can hold.
    private static readonly DateTimeOffset Start = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/{id:guid}/messages", HandleAsync)
            .WithName(nameof(ListMessages))
            .WithSummary("The messages of a conversation, newest first.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequirePermission(Permissions.ConversationsRead);

    internal static async Task<Results<Ok<CursorResponse<MessageResponse>>, ProblemHttpResult>> HandleAsync(
        Guid id, PageQuery page, string? cursor, CurrentWorkspace workspace, NpgsqlDataSource database, HttpRequest request, CancellationToken ct)
    {
        var (at, before) = (Start, Guid.AllBitsSet);
        if (!string.IsNullOrEmpty(cursor) && !Cursor.TryDecode(cursor, out at, out before)) throw new InvalidRequestException("cursor", "is not one of ours");

        var limit = page.PerPage + 1;
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand { Parameters = { Of(id), Of(workspace.Id) } },
                new NpgsqlBatchCommand($"{Sql} {limit}") { Parameters = { Of(id), Of(workspace.Id), Of(at), Of(before) } },
            },
        };
        var known = batch.BatchCommands[0];
        known.CommandText = Exists.Within(workspace.Accounts, known.Parameters);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return MessagingErrors.ConversationNotFound();

        await reader.NextResultAsync(ct);
        var messages = new List<MessageResponse>(limit);
        while (await reader.ReadAsync(ct)) messages.Add(MessageRow.Read(reader));
        return TypedResults.Ok(Feed.Of(messages, page.PerPage, last => Cursor.Encode(last.SentAt, last.Id), request));
    }

    private static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };
}
