using Npgsql;
using SocialSelling.Messaging.Domain;

namespace SocialSelling.Messaging.Features.Messages;

/// <summary>The columns of a message as the API shows it, and how to read them.</summary>
internal static class MessageRow
{
    public const string Columns = """
        id, conversation_id, account_id, channel, direction, source, state, text, is_read, failure_code, failure_reason, platform_message_id, sent_at, created_at
        """;

    public static MessageResponse Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetGuid(1),
        row.GetGuid(2),
        row.GetString(3),
        row.GetString(4),
        row.GetString(5),
        row.GetString(6),
        Text(row, 7),
        row.GetBoolean(8),
        row.IsDBNull(9) ? null : new MessageFailure(row.GetString(9), Text(row, 10) ?? ""),
        Text(row, 11),
        row.GetFieldValue<DateTimeOffset>(12),
        row.GetFieldValue<DateTimeOffset>(13));

    public static MessageResponse ToResponse(this Message message) => new(
        message.Id, message.ConversationId, message.AccountId, message.Channel, message.Direction, message.Source, message.State, message.Text,
        message.IsRead, message.FailureCode is { } code ? new MessageFailure(code, message.FailureReason ?? "") : null,
        message.PlatformMessageId, message.SentAt, message.CreatedAt);

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
