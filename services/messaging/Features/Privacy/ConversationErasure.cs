using SocialSelling.ServiceDefaults.Privacy;

namespace SocialSelling.Messaging.Features.Privacy;

/// <summary>Erases conversations with their messages, some at a time; a conversation goes once it is empty, so that no batch looks at it again.</summary>
internal static class ConversationErasure
{
    private const string Some = "SELECT id FROM conversations WHERE workspace_id = $1 ORDER BY last_message_at DESC, id DESC LIMIT 100";

    private const string DeleteMessages =
        $"DELETE FROM messages WHERE ctid = ANY (ARRAY(SELECT m.ctid FROM ({Some}) c JOIN messages m ON m.conversation_id = c.id LIMIT $2))";

    private const string DeleteEmpty =
        $"""
        DELETE FROM conversations WHERE id = ANY (ARRAY(
            SELECT c.id FROM ({Some}) c WHERE NOT EXISTS (SELECT FROM messages m WHERE m.conversation_id = c.id) LIMIT $2))
        """;

    public static async Task<bool> EraseAsync(ErasureBatch batch, CancellationToken ct)
    {
        var messages = await batch.ExecuteAsync(DeleteMessages, ct);
        var conversations = messages == batch.Size ? 0 : await batch.ExecuteAsync(DeleteEmpty, ct);
        batch.Count("messages", messages);
        batch.Count("conversations", conversations);
        return messages > 0 || conversations > 0;
    }
}
