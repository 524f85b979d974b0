using System.Globalization;
using System.Text;
using Npgsql;

namespace SocialSelling.Messaging.Features.Conversations;

/// <summary>The statements of the inbox list. The text depends only on which filters are given, and on the page size, so each form is planned once.</summary>
internal static class ConversationListSql
{
    /// <summary>A search is counted up to here; nobody leafs through more hits.</summary>
    public const int MaxCountedHits = 1000;

    /// <summary>The page of ids comes from one index; contacts and accounts are joined to that page only.</summary>
    public static void Page(NpgsqlBatchCommand command, ConversationFilter filter, int limit, int offset, (DateTimeOffset At, Guid Id)? after)
    {
        var order = filter.Ascending ? "c.last_message_at, c.id" : "c.last_message_at DESC, c.id DESC";
        var sql = new StringBuilder("SELECT ").Append(ConversationRow.Columns).Append(" FROM (SELECT * FROM conversations c WHERE ");
        AppendFilter(sql, command, filter);
        if (after is var (at, id))
        {
            sql.Append($" AND (c.last_message_at, c.id) {(filter.Ascending ? '>' : '<')} ({Add(command, at)}, {Add(command, id)})");
        }

        // A literal: with a parameter the planner would not know that the page is small, and plan anew on every request.
        sql.Append(CultureInfo.InvariantCulture, $" ORDER BY {order} LIMIT {limit}");
        if (offset > 0) sql.Append($" OFFSET {Add(command, offset)}");
        command.CommandText = sql.Append($") c {ConversationRow.Joins} ORDER BY {order}").ToString();
    }

    /// <summary>Without a search the total is the sum of a few counter rows.</summary>
    public static void Total(NpgsqlBatchCommand command, ConversationFilter filter)
    {
        var sql = new StringBuilder();
        if (filter.Search is null)
        {
            var column = filter.Unread switch { null => "total", true => "unread", false => "total - unread" };
            sql.Append($"SELECT coalesce(sum({column}), 0)::bigint FROM conversation_counts c WHERE ");
            AppendFilter(sql, command, filter with { Unread = null });
        }
        else
        {
            sql.Append("SELECT count(*) FROM (SELECT 1 FROM conversations c WHERE ");
            AppendFilter(sql, command, filter);
            sql.Append($" LIMIT {Add(command, MaxCountedHits)}) hits");
        }

        command.CommandText = sql.ToString();
    }

    private static void AppendFilter(StringBuilder sql, NpgsqlBatchCommand command, ConversationFilter filter)
    {
        sql.Append($"c.workspace_id = {Add(command, filter.WorkspaceId)}");
        if (filter.Confinement is { } accounts) sql.Append($" AND c.account_id = ANY({Add(command, accounts)})");
        if (filter.AccountId is { } account) sql.Append($" AND c.account_id = {Add(command, account)}");
        if (filter.Status is { } status) sql.Append($" AND c.status = {Add(command, status)}");
        if (filter.Unread is { } unread) sql.Append(unread ? " AND c.unread_count > 0" : " AND c.unread_count = 0");
        if (filter.Search is not { } search) return;
        var pattern = Add(command, SearchPattern.Containing(search));
        sql.Append(" AND EXISTS (SELECT 1 FROM contacts s WHERE s.id = c.contact_id AND ").Append(SearchPattern.Contact("s", pattern)).Append(')');
    }

    private static string Add<T>(NpgsqlBatchCommand command, T value)
    {
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return $"${command.Parameters.Count}";
    }
}
