using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Instagram.Data;
using SocialSelling.Instagram.Options;

namespace SocialSelling.Instagram.Workers;

/// <summary>Sends what is queued: conversations side by side, within one conversation strictly one after another.</summary>
internal sealed partial class MessageSender(
    IServiceScopeFactory scopes, WorkSignal<MessageSender> signal, TimeProvider clock, IOptions<SendingOptions> options, ILogger<MessageSender> logger)
    : BackgroundService
{
    private readonly ClaimLoop<MessageSender> _loop = new("messages", options.Value.Concurrency, options.Value.PollInterval, signal, logger);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => _loop.RunAsync(ClaimAsync, SendAsync, stoppingToken);

    /// <summary>Takes the first open message of each conversation, and stores that it is about to be sent.</summary>
    private async Task<List<Guid>> ClaimAsync(int free, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InstagramDbContext>();
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var messages = await db.OutboundMessages.FromSql($"""
            select m.*, m.xmin from outbound_messages m
            where m.state = 'queued' and m.next_attempt_at <= {now} and not exists (
                select 1 from outbound_messages earlier
                where earlier.conversation_id = m.conversation_id and earlier.sequence < m.sequence and earlier.state in ('queued', 'sending', 'unknown'))
            order by m.sequence limit {free} for update of m skip locked
            """).ToListAsync(ct);
        messages.ForEach(m => m.BeginSending(now));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return messages.ConvertAll(m => m.MessageId);
    }

    private async Task SendAsync(Guid messageId)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<MessageDispatch>().SendAsync(messageId, CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The echo was quicker and has told the outcome.
        }
        catch (Exception e) when (DatabaseFault.Is(e))
        {
            LogOutcomeNotStored(logger, messageId, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What became of message {MessageId} could not be stored; it will be looked up")]
    private static partial void LogOutcomeNotStored(ILogger logger, Guid messageId, Exception e);
}
