using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Contracts.Instagram;
using SocialSelling.Messaging.Data;
using SocialSelling.Messaging.Domain;
using SocialSelling.Messaging.Features.Messages;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Idempotency;
using SocialSelling.ServiceDefaults.Outbox;

namespace SocialSelling.Messaging.Features.Conversations;

/// <summary>A message to send.</summary>
/// <param name="Text">The text: not blank, at most 1,000 bytes of UTF-8.</param>
public sealed record SendMessageRequest([property: Required, MaxUtf8Bytes(1000)] string Text);

internal static class SendMessage
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapPost("/{id:guid}/messages", HandleAsync)
            .WithName(nameof(SendMessage))
            .WithSummary("Sends a text to the customer; what becomes of it is told by `GET messages/{id}` and over the hub.")
            .WithIdempotency<MessagingDbContext>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequirePermission(Permissions.MessagesSend);

    internal static async Task<Results<Accepted<MessageResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, SendMessageRequest request, CurrentWorkspace workspace, MessagingDbContext db, IEventOutbox outbox, TimeProvider clock,
        CancellationToken ct)
    {
        var now = clock.GetUtcNow().ToStored();
        await using var work = await UnitOfWork.BeginAsync(db, ct);
        if (await db.LockConversationAsync(workspace, id, ct) is not { } conversation) return MessagingErrors.ConversationNotFound();
        // A customer's message may overtake the news of the account: only an account known to be disconnected is refused.
        if (await db.ClientAccounts.AnyAsync(account => account.Id == conversation.AccountId && !account.IsConnected, ct)) return MessagingErrors.AccountNotConnected();
        if (!conversation.IsWindowOpen(now)) return MessagingErrors.WindowClosed();

        var message = Message.Queue(conversation, request.Text, now);
        db.Messages.Add(message);
        conversation.Append(message, now);
        outbox.Add(await CommandAsync(db, conversation, message, ct));
        outbox.Add(conversation.ToUpdated(now, message));
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        return TypedResults.Accepted($"/api/v1/messages/{message.Id}", message.ToResponse());
    }

    private static async Task<SendInstagramMessageRequested> CommandAsync(
        MessagingDbContext db, Conversation conversation, Message message, CancellationToken ct) => new()
        {
            WorkspaceId = message.WorkspaceId,
            AccountId = message.AccountId,
            ConversationId = message.ConversationId,
            MessageId = message.Id,
            ContactPlatformId = await db.Contacts.Where(contact => contact.Id == conversation.ContactId).Select(contact => contact.PlatformId).SingleAsync(ct),
            Text = message.Text!,
            OccurredAt = message.CreatedAt,
        };
}
