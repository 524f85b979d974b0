using Npgsql;

namespace SocialSelling.Messaging.Features.Conversations;

/// <summary>The columns of a conversation as the API shows it, and how to read them.</summary>
internal static class ConversationRow
{
    /// <summary>Of <c>c</c> (conversations), <c>p</c> (contacts) and <c>a</c> (client_accounts).</summary>
    public const string Columns = """
        c.id, c.account_id, a.username, c.channel, c.status, c.unread_count, c.last_message_id, c.last_message_direction, c.last_message_preview,
        c.last_message_at, c.window_expires_at, p.id, p.platform_id, p.username, p.name, c.created_at, c.updated_at
        """;

    /// <summary>Lateral, so that the planner looks up the rows of a page by key and never reads all contacts for it.</summary>
    public const string Joins = """
        CROSS JOIN LATERAL (SELECT * FROM contacts WHERE id = c.contact_id LIMIT 1) p
        LEFT JOIN LATERAL (SELECT username FROM client_accounts WHERE id = c.account_id LIMIT 1) a ON true
        """;

    public static ConversationResponse Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetGuid(1),
        Text(row, 2),
        row.GetString(3),
        row.GetString(4),
        row.GetInt32(5),
        row.IsDBNull(6) ? null : new LastMessage(row.GetGuid(6), row.GetString(7), Text(row, 8)),
        row.GetFieldValue<DateTimeOffset>(9),
        row.IsDBNull(10) ? null : row.GetFieldValue<DateTimeOffset>(10),
        new ConversationContact(row.GetGuid(11), row.GetString(12), Text(row, 13), Text(row, 14)),
        row.GetFieldValue<DateTimeOffset>(15),
        row.GetFieldValue<DateTimeOffset>(16));

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
