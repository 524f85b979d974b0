using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SocialSelling.ServiceDefaults.Data;
using SocialSelling.ServiceDefaults.Outbox;

namespace SocialSelling.ServiceDefaults.Privacy;

/// <summary>Works exports and erasures off, one short transaction after another. Any number of instances may: the row's lock tells whose turn it is.</summary>
internal sealed partial class PrivacyWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<PrivacyWorker> logger) : BackgroundService
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RetryCap = TimeSpan.FromMinutes(5);

    /// <summary>Does one piece or batch of one job; false when none is due.</summary>
    internal async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await ClaimAsync(db, ct) is not { } job) return false;
        try
        {
            await (job.IsExport
                ? scope.ServiceProvider.GetRequiredService<ExportRunner>().RunAsync(job, ct)
                : scope.ServiceProvider.GetRequiredService<ErasureRunner>().RunAsync(job, ct));
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (Exception error) when (error is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            await transaction.RollbackAsync(CancellationToken.None);
            await PutBackAsync(job.Id, error, ct);
        }

        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await RunOnceAsync(stoppingToken)) continue;
            }
            catch (Exception error) when (error is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                // A worker that ends stays silent for ever; it says what is wrong and goes on.
                LogInterrupted(logger, error);
            }

            await Task.Delay(PollInterval, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // The one that was served longest ago comes first, so that a large export does not hold up an erasure.
    private async Task<PrivacyJob?> ClaimAsync(ServiceDbContext db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = await db.Set<PrivacyJob>().FromSql(
            $"""
            SELECT * FROM privacy_jobs WHERE completed_at IS NULL AND next_attempt_at <= {now}
            ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED
            """).ToListAsync(ct);
        due.ForEach(job => job.Postpone(now));
        return due.SingleOrDefault();
    }

    private async Task PutBackAsync(Guid jobId, Exception error, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        var job = await db.Set<PrivacyJob>().SingleAsync(candidate => candidate.Id == jobId, ct);
        var delay = Backoff.After(job.Attempts + 1, RetryCap);
        job.Failed(clock.GetUtcNow() + delay);
        await db.SaveChangesAsync(ct);
        LogFailed(logger, job.Kind, jobId, job.Attempts, delay.TotalSeconds, error);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Kind} {JobId} failed (attempt {Attempt}); next in {Seconds:0.0} s")]
    private static partial void LogFailed(ILogger logger, PrivacyJobKind kind, Guid jobId, int attempt, double seconds, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Exports and erasures were interrupted and go on")]
    private static partial void LogInterrupted(ILogger logger, Exception error);
}
