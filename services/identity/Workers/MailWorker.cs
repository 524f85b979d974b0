using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Mail;
using SocialSelling.Identity.Options;

namespace SocialSelling.Identity.Workers;

/// <summary>
/// Claims mails that are due, each for one instance at a time, and sends them. That a mail is being sent is committed before the server
/// hears of it. While no server is set the mails wait.
/// </summary>
internal sealed partial class MailWorker(
    IServiceScopeFactory scopes, MailSignal signal, MailMetrics metrics, IOptions<MailOptions> options, TimeProvider clock,
    ILogger<MailWorker> logger) : BackgroundService
{
    private static readonly TimeSpan LeaseBeyondTimeout = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var claimed = await TryClaimAsync(stoppingToken);
            await Task.WhenAll(claimed.Select(SendAsync));
            if (claimed.Count == 0)
            {
                await signal.WaitAsync(options.Value.PollInterval, stoppingToken);
            }
        }
    }

    private async Task<List<Guid>> TryClaimAsync(CancellationToken ct)
    {
        try
        {
            return await ClaimAsync(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return [];
        }
        catch (Exception error) when (IsOfTheDatabase(error))
        {
            LogNotRead(error);
            return [];
        }
    }

    private async Task<List<Guid>> ClaimAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        await MeasureAsync(db, ct);
        if (!options.Value.IsConfigured)
        {
            return [];
        }

        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var due = await db.Mails.FromSql($"""
            SELECT * FROM mails
            WHERE state IN ('queued', 'sending') AND next_attempt_at <= {now} AND (leased_until IS NULL OR leased_until < {now})
            ORDER BY next_attempt_at LIMIT {options.Value.Concurrency} FOR UPDATE SKIP LOCKED
            """).ToListAsync(ct);
        var begun = due.Where(mail => TryBegin(mail, now)).Select(mail => mail.Id).ToList();
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return begun;
    }

    private bool TryBegin(Mail mail, DateTimeOffset now)
    {
        if (mail.TryBegin(now, options.Value.Timeout + LeaseBeyondTimeout))
        {
            return true;
        }

        metrics.Counted("failed");
        LogInterrupted(mail.Id, mail.Template);
        return false;
    }

    private async Task MeasureAsync(IdentityDbContext db, CancellationToken ct)
    {
        var waiting = await db.Mails.Where(mail => mail.State == MailState.Queued || mail.State == MailState.Sending)
            .GroupBy(_ => 1).Select(all => new { Count = all.Count(), Oldest = all.Min(mail => mail.RequestedAt) }).SingleOrDefaultAsync(ct);
        metrics.Measured(waiting?.Count ?? 0, waiting is null ? TimeSpan.Zero : clock.GetUtcNow() - waiting.Oldest);
    }

    private async Task SendAsync(Guid id)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<MailDispatch>().SendAsync(id);
        }
        catch (Exception error) when (IsOfTheDatabase(error))
        {
            LogNotStored(id, error);
        }
    }

    private static bool IsOfTheDatabase(Exception error) =>
        error is DbException or DbUpdateException or TimeoutException or InvalidOperationException { InnerException: DbException };

    [LoggerMessage(Level = LogLevel.Error, Message = "The waiting mails could not be read; trying again.")]
    private partial void LogNotRead(Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "What became of mail {MailId} could not be stored; it is sent again after its lease, with the same Message-ID.")]
    private partial void LogNotStored(Guid mailId, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {MailId} ({Template}) was interrupted twice while it was sent and is given up.")]
    private partial void LogInterrupted(Guid mailId, string template);
}
