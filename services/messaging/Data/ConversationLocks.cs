using Microsoft.EntityFrameworkCore;
using SocialSelling.Messaging.Domain;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Messaging.Data;

/// <summary>Locks of single conversations, in the order that the inbox writer keeps.</summary>
internal static class ConversationLocks
{
    /// <summary>The conversation, locked until the transaction ends; null where the workspace has none such.</summary>
    public static async Task<Conversation?> LockConversationAsync(this MessagingDbContext db, Guid workspaceId, Guid id, CancellationToken ct)
    {
        var rows = await db.Conversations
            .FromSql($"SELECT * FROM conversations WHERE id = {id} AND workspace_id = {workspaceId} FOR UPDATE")
            .ToListAsync(ct);
        return rows.SingleOrDefault();
    }

    /// <summary>The same for a caller, who may be confined to some accounts.</summary>
    public static async Task<Conversation?> LockConversationAsync(this MessagingDbContext db, CurrentWorkspace workspace, Guid id, CancellationToken ct) =>
        workspace.Accounts.All ? await db.LockConversationAsync(workspace.Id, id, ct)
        : await db.Conversations.Within(workspace.Accounts, conversation => conversation.AccountId)
            .AnyAsync(conversation => conversation.Id == id && conversation.WorkspaceId == workspace.Id, ct)
            ? await db.LockConversationAsync(workspace.Id, id, ct)
            : null;
}
