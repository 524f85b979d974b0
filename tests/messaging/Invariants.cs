using Microsoft.EntityFrameworkCore;
using SocialSelling.Messaging.Domain;
using Xunit;

namespace SocialSelling.Messaging.Tests;

/// <summary>What must hold of a workspace's rows after whatever happened to them.</summary>
internal static class Invariants
{
    public static async Task HoldAsync(Shop shop)
    {
        var conversations = await shop.Messaging.QueryAsync(db => db.Conversations.AsNoTracking().Where(row => row.WorkspaceId == shop.WorkspaceId).ToListAsync());
        var messages = await shop.Messaging.QueryAsync(db => db.Messages.AsNoTracking().Where(row => row.WorkspaceId == shop.WorkspaceId).ToListAsync());
        var counts = await shop.Messaging.QueryAsync(db => db.ConversationCounts.AsNoTracking().Where(row => row.WorkspaceId == shop.WorkspaceId).ToListAsync());
        foreach (var conversation in conversations) Check(conversation, [.. messages.Where(message => message.ConversationId == conversation.Id)]);
        Assert.Equal(conversations.Count, counts.Sum(count => count.Total));
        Assert.Equal(conversations.Count(conversation => conversation.UnreadCount > 0), counts.Sum(count => count.Unread));
    }

    private static void Check(Conversation conversation, List<Message> messages)
    {
        var last = messages.MaxBy(message => (message.SentAt, message.Id))!;
        var inbound = messages.Where(message => message.Direction == MessageDirections.Inbound).ToList();
        Assert.Equal(last.Id, conversation.LastMessageId);
        Assert.Equal(last.SentAt, conversation.LastMessageAt);
        Assert.Equal(last.Direction, conversation.LastMessageDirection);
        Assert.Equal(Preview.Of(last.Text), conversation.LastMessagePreview);
        Assert.Equal(inbound.Count(message => !message.IsRead), conversation.UnreadCount);
        Assert.Equal(inbound.Count == 0 ? null : inbound.Max(message => message.SentAt).AddHours(24), conversation.WindowExpiresAt);
    }
}
