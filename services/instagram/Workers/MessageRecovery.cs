using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Instagram.Data;
using SocialSelling.Instagram.Domain.Sending;
using SocialSelling.Instagram.Options;

namespace SocialSelling.Instagram.Workers;

/// <summary>Finds out about messages whose outcome is not known: lost answers, and sends that a crash left behind.</summary>
internal sealed partial class MessageRecovery(
    IServiceScopeFactory scopes, WorkSignal<MessageSender> sender, TimeProvider clock, IOptions<SendingOptions> options, ILogger<MessageRecovery> logger)
    : BackgroundService
{
    private const int AtOnce = 20;

    private static readonly TimeSpan LookupLease = TimeSpan.FromMinutes(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.PollInterval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RecoverAsync(stoppingToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // The echo arrived while its message was looked for.
            }
            catch (Exception e) when (DatabaseFault.Is(e))
            {
                LogFault(logger, e);
            }
        }
    }

    private async Task RecoverAsync(CancellationToken ct)
    {
        foreach (var messageId in await ClaimAsync(ct))
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<OutcomeLookup>().ResolveAsync(messageId, ct);
            sender.Notify();
        }
    }

    private async Task<List<Guid>> ClaimAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InstagramDbContext>();
        var now = clock.GetUtcNow();
        var leftBehind = now - options.Value.Lease;
        await db.OutboundMessages.Where(m => m.State == OutboundState.Sending && m.SendingAt < leftBehind)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, OutboundState.Unknown).SetProperty(m => m.NextAttemptAt, now), ct);

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var messages = await db.OutboundMessages.FromSql($"""
            select m.*, m.xmin from outbound_messages m where m.state = 'unknown' and m.next_attempt_at <= {now}
            order by m.next_attempt_at limit {AtOnce} for update skip locked
            """).ToListAsync(ct);
        messages.ForEach(m => m.Postpone(now + LookupLease));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return messages.ConvertAll(m => m.MessageId);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Messages with unknown outcome could not be looked at")]
    private static partial void LogFault(ILogger logger, Exception e);
}
