using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Contracts.Instagram;
using SocialSelling.Instagram.Clients;
using SocialSelling.Instagram.Data;
using SocialSelling.Instagram.Domain;
using SocialSelling.Instagram.Domain.Sending;
using SocialSelling.Instagram.Domain.Webhooks;
using SocialSelling.Instagram.Options;
using SocialSelling.ServiceDefaults.Outbox;

namespace SocialSelling.Instagram.Workers;

/// <summary>Hands one message to Meta and stores what became of it.</summary>
internal sealed partial class MessageDispatch(
    InstagramDbContext db, GraphClient graph, AccountTokens tokens, IEventOutbox outbox, InstagramMetrics metrics, TimeProvider clock,
    IOptions<SendingOptions> options, ILogger<MessageDispatch> logger)
{
    private const int MaxDoublings = 6;

    public async Task SendAsync(Guid messageId, CancellationToken ct)
    {
        var message = await db.OutboundMessages.SingleAsync(m => m.MessageId == messageId, ct);
        if (message.State != OutboundState.Sending)
        {
            return;
        }

        var (token, problem) = await tokens.GetAsync(message.AccountId, ct);
        if (token is null)
        {
            Apply(message, problem!);
        }
        else
        {
            var body = new { recipient = new { id = message.ContactPlatformId }, message = new { text = message.Text } };
            Read(message, await graph.PostJsonAsync($"{token.PlatformAccountId}/messages", token.AccessToken, body, ct));
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>Ends a message as sent.</summary>
    public void Sent(OutboundMessage message, string mid)
    {
        message.MarkSent(mid, clock.GetUtcNow());
        metrics.Sent("sent");
        outbox.Add(new MessageSent
        {
            WorkspaceId = message.WorkspaceId,
            AccountId = message.AccountId,
            MessageId = message.MessageId,
            PlatformMessageId = mid,
            OccurredAt = clock.GetUtcNow(),
        });
    }

    /// <summary>Ends a message as failed.</summary>
    public void Fail(OutboundMessage message, Verdict verdict)
    {
        message.Fail(verdict.Code, verdict.Reason, clock.GetUtcNow());
        metrics.Sent("failed", verdict.Code);
        outbox.Add(new MessageSendFailed
        {
            WorkspaceId = message.WorkspaceId,
            AccountId = message.AccountId,
            MessageId = message.MessageId,
            Code = verdict.Code,
            Reason = verdict.Reason,
            OccurredAt = clock.GetUtcNow(),
        });
    }

    private void Read(OutboundMessage message, GraphReply reply)
    {
        if (reply.IsOk && reply.Body.Id("message_id", 500) is { } mid)
        {
            Sent(message, mid);
            return;
        }

        LogNotSent(logger, message.MessageId, reply.Outcome, reply.Refusal.Code, reply.Refusal.Subcode, reply.TraceId);
        Apply(message, reply.IsOk ? SendErrorTable.Unknown : reply.Judge(SendErrorTable.Decide, SendErrorTable.Unknown));
    }

    private void Apply(OutboundMessage message, Verdict verdict)
    {
        var now = clock.GetUtcNow();
        switch (verdict.Kind)
        {
            case VerdictKind.Unknown:
                metrics.Sent("unknown");
                message.MarkUnknown(now + options.Value.EchoWait);
                break;
            case VerdictKind.Reconnect when message.Attempts < 2:
                // The kept token may be an old one: ask the accounts service for the present one, once.
                tokens.Drop(message.AccountId);
                message.Requeue(now);
                break;
            case VerdictKind.Retry when message.Attempts < options.Value.MaxAttempts && now - message.CreatedAt < options.Value.GiveUpAfter:
                message.Requeue(now + (options.Value.RetryDelay * Math.Pow(2, Math.Min(message.Attempts - 1, MaxDoublings))));
                break;
            default:
                Fail(message, verdict);
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {MessageId} was not sent: {Outcome}, Meta's code {Code}/{Subcode}, trace {TraceId}")]
    private static partial void LogNotSent(ILogger logger, Guid messageId, GraphOutcome outcome, int code, int subcode, string? traceId);
}
