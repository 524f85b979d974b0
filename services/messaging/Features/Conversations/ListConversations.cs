using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using SocialSelling.Contracts.Access;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Paging;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Messaging.Features.Conversations;

internal static class ListConversations
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/", HandleAsync)
            .WithName(nameof(ListConversations))
            .WithSummary(
                "The inbox, newest first: `filter[accountId]`, `filter[status]`, `filter[unread]`, `search` in handle, name and platform id, "
                + "`sort` by lastMessageAt; with `cursor` (empty for the start) as a feed of `data` and `links.next`, without totals.")
            .RequirePermission(Permissions.ConversationsRead);

    // The document shows the last of two answers with one status.
    internal static async Task<Results<Ok<CursorResponse<ConversationResponse>>, Ok<PagedResponse<ConversationResponse>>>> HandleAsync(
        PageQuery page, string? cursor, CurrentWorkspace workspace, NpgsqlDataSource database, HttpRequest request, CancellationToken ct)
    {
        var filter = ConversationFilter.From(workspace, page);
        await using var connection = await database.OpenConnectionAsync(ct);
        if (cursor is not null) return TypedResults.Ok(await FeedAsync(connection, filter, page.PerPage, cursor, request, ct));

        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new NpgsqlBatchCommand(), new NpgsqlBatchCommand() } };
        ConversationListSql.Total(batch.BatchCommands[0], filter);
        ConversationListSql.Page(batch.BatchCommands[1], filter, page.PerPage, page.Offset, after: null);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var total = reader.GetInt64(0);
        await reader.NextResultAsync(ct);
        return TypedResults.Ok(PagedResponse.Create(await ReadAsync(reader, page.PerPage, ct), page, total, request));
    }

    private static async Task<CursorResponse<ConversationResponse>> FeedAsync(
        NpgsqlConnection connection, ConversationFilter filter, int limit, string cursor, HttpRequest request, CancellationToken ct)
    {
        (DateTimeOffset, Guid)? after = null;
        if (cursor.Length > 0) after = Cursor.TryDecode(cursor, out var at, out var id) ? (at, id) : throw new InvalidRequestException("cursor", "is not one of ours");
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new NpgsqlBatchCommand() } };
        ConversationListSql.Page(batch.BatchCommands[0], filter, limit + 1, offset: 0, after);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var items = await ReadAsync(reader, limit + 1, ct);
        return Feed.Of(items, limit, last => Cursor.Encode(last.LastMessageAt, last.Id), request);
    }

    private static async Task<List<ConversationResponse>> ReadAsync(NpgsqlDataReader reader, int expected, CancellationToken ct)
    {
        var items = new List<ConversationResponse>(expected);
        while (await reader.ReadAsync(ct)) items.Add(ConversationRow.Read(reader));
        return items;
    }
}
