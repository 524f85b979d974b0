using System.Diagnostics;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SocialSelling.ServiceDefaults.Data;
using SocialSelling.ServiceDefaults.Privacy;

namespace SocialSelling.ServiceDefaults.Bus;

/// <summary>Lets each message through once a queue, and none of an erased workspace; the note of it is committed with the consumer's changes.</summary>
internal sealed partial class InboxFilter<TMessage>(ServiceDbContext db, TimeProvider clock, ILogger<InboxFilter<TMessage>> logger) : IFilter<ConsumeContext<TMessage>>
    where TMessage : class
{
    public async Task Send(ConsumeContext<TMessage> context, IPipe<ConsumeContext<TMessage>> next)
    {
        var messageId = context.MessageId ?? throw new InvalidOperationException("The message has no MessageId.");
        var consumer = context.ReceiveContext.InputAddress.Segments[^1];
        var started = Stopwatch.GetTimestamp();
        await using var transaction = await db.Database.BeginTransactionAsync(context.CancellationToken);
        if (!await TryNoteAsync(messageId, consumer, context.CancellationToken))
        {
            LogRepeated(logger, messageId, consumer);
            // Without this the message would count as one that nobody wants, and be moved away.
            await context.NotifyConsumed(Stopwatch.GetElapsedTime(started), "inbox");
            return;
        }

        if (MessageWorkspace<TMessage>.Of is { } workspaceOf && await db.IsErasedAsync(workspaceOf(context.Message), context.CancellationToken))
        {
            LogTooLate(logger, messageId, consumer);
            await transaction.CommitAsync(context.CancellationToken);
            await context.NotifyConsumed(Stopwatch.GetElapsedTime(started), "inbox");
            return;
        }

        await next.Send(context);
        await db.SaveChangesAsync(context.CancellationToken);
        await transaction.CommitAsync(context.CancellationToken);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("inbox");

    // A second delivery that runs at the same time waits here for the first one's commit.
    private async Task<bool> TryNoteAsync(Guid messageId, string consumer, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO inbox_messages (message_id, consumer, received_at) VALUES ({messageId}, {consumer}, {clock.GetUtcNow()}) ON CONFLICT DO NOTHING", ct) == 1;

    [LoggerMessage(Level = LogLevel.Debug, Message = "Message {MessageId} was consumed by {Consumer} before")]
    private static partial void LogRepeated(ILogger logger, Guid messageId, string consumer);

    [LoggerMessage(Level = LogLevel.Information, Message = "Message {MessageId} for {Consumer} is dropped: its workspace was erased")]
    private static partial void LogTooLate(ILogger logger, Guid messageId, string consumer);
}
