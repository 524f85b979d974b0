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

    public const string Joins = "JOIN contacts p ON p.id = c.contact_id LEFT JOIN client_accounts a ON a.id = c.account_id";

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
