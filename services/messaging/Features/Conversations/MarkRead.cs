using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Messaging.Data;
using SocialSelling.Messaging.Domain;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Outbox;

namespace SocialSelling.Messaging.Features.Conversations;

/// <summary>How far a conversation has been read.</summary>
/// <param name="UpToMessageId">The newest message that was read; absent for all of them.</param>
public sealed record MarkReadRequest(Guid? UpToMessageId);

internal static class MarkRead
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapPost("/{id:guid}/read", HandleAsync)
            .WithName(nameof(MarkRead))
            .WithSummary("Marks the customer's messages as read, all or up to one.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequirePermission(Permissions.ConversationsUpdate);

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid id, MarkReadRequest? request, CurrentWorkspace workspace, MessagingDbContext db, IEventOutbox outbox, TimeProvider clock,
        CancellationToken ct)
    {
        await using var work = await UnitOfWork.BeginAsync(db, ct);
        if (await db.LockConversationAsync(workspace, id, ct) is not { } conversation) return MessagingErrors.ConversationNotFound();

        var unread = db.Messages.Where(message => message.ConversationId == id && !message.IsRead);
        if (request?.UpToMessageId is { } upTo)
        {
            var sentAt = await db.Messages.Where(message => message.ConversationId == id && message.Id == upTo)
                .Select(message => (DateTimeOffset?)message.SentAt).SingleOrDefaultAsync(ct);
            if (sentAt is null) return MessagingErrors.MessageNotFound();
            unread = unread.Where(message => message.SentAt < sentAt || (message.SentAt == sentAt && message.Id <= upTo));
        }

        var read = await unread.ExecuteUpdateAsync(set => set.SetProperty(message => message.IsRead, true), ct);
        if (read == 0) return TypedResults.NoContent();

        conversation.MarkRead(read, clock.GetUtcNow().ToStored());
        outbox.Add(conversation.ToUpdated(clock.GetUtcNow().ToStored()));
        await db.SaveChangesAsync(ct);
        if (conversation.UnreadCount == 0) await CountReadAsync(db, conversation, ct);
        await work.CommitAsync(ct);
        return TypedResults.NoContent();
    }

    private static Task<int> CountReadAsync(MessagingDbContext db, Conversation conversation, CancellationToken ct) => db.ConversationCounts
        .Where(count => count.WorkspaceId == conversation.WorkspaceId && count.AccountId == conversation.AccountId && count.Status == conversation.Status)
        .ExecuteUpdateAsync(set => set.SetProperty(count => count.Unread, count => count.Unread - 1), ct);
}
