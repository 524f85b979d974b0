using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using SocialSelling.Instagram.Data;
using SocialSelling.Instagram.Options;

namespace SocialSelling.Instagram.Workers;

/// <summary>Sends what is queued: conversations side by side, within one conversation strictly one after another.</summary>
internal sealed partial class MessageSender(
    IServiceScopeFactory scopes, WorkSignal<MessageSender> signal, TimeProvider clock, IOptions<SendingOptions> options, ILogger<MessageSender> logger)
    : BackgroundService
{
    private readonly Slots _slots = new(options.Value.Concurrency);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var claimed = await TryClaimAsync(_slots.Free, stoppingToken);
            foreach (var messageId in claimed)
            {
                _slots.Start(() => SendAsync(messageId), Ended);
            }

            if (claimed.Count == 0)
            {
                await WaitAsync(stoppingToken);
            }
        }

        await _slots.DrainAsync();
    }

    private void Ended(Exception? fault)
    {
        if (fault is not null)
        {
            LogUnexpected(logger, fault);
        }

        signal.Notify();
    }

    private async Task WaitAsync(CancellationToken stoppingToken)
    {
        try
        {
            await signal.WaitAsync(options.Value.PollInterval, stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // Shutting down: what is in the air is waited for.
        }
    }

    private async Task<List<Guid>> TryClaimAsync(int free, CancellationToken ct)
    {
        try
        {
            return free == 0 ? [] : await ClaimAsync(free, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return [];
        }
        catch (Exception e) when (IsDatabaseFault(e))
        {
            LogFault(logger, e);
            return [];
        }
    }

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
        catch (Exception e) when (IsDatabaseFault(e))
        {
            LogOutcomeNotStored(logger, messageId, e);
        }
    }

    private static bool IsDatabaseFault(Exception e) =>
        e is NpgsqlException or TimeoutException or DbUpdateException || (e is InvalidOperationException && e.InnerException is NpgsqlException);

    [LoggerMessage(Level = LogLevel.Error, Message = "The queue of messages could not be read")]
    private static partial void LogFault(ILogger logger, Exception e);

    [LoggerMessage(Level = LogLevel.Error, Message = "What became of message {MessageId} could not be stored; it will be looked up")]
    private static partial void LogOutcomeNotStored(ILogger logger, Guid messageId, Exception e);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Work on a message ended unexpectedly; its outcome will be looked up")]
    private static partial void LogUnexpected(ILogger logger, Exception e);
}
