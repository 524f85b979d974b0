using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using SocialSelling.Instagram.Data;
using SocialSelling.Instagram.Options;

namespace SocialSelling.Instagram.Workers;

/// <summary>Takes publications whose next step is due, each for one instance at a time.</summary>
internal sealed partial class PublicationWorker(
    IServiceScopeFactory scopes, WorkSignal<PublicationWorker> signal, TimeProvider clock, IOptions<PublishingOptions> options, ILogger<PublicationWorker> logger)
    : BackgroundService
{
    private readonly Slots _slots = new(options.Value.Concurrency);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var claimed = await TryClaimAsync(_slots.Free, stoppingToken);
            foreach (var postId in claimed)
            {
                _slots.Start(() => RunAsync(postId), Ended);
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
            // Shutting down: the steps under way are waited for.
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

    private async Task<List<Guid>> ClaimAsync(int free, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InstagramDbContext>();
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var publications = await db.MediaPublications.FromSql($"""
            select p.*, p.xmin from media_publications p
            where p.state not in ('published', 'failed') and p.next_step_at <= {now} and (p.leased_until is null or p.leased_until < {now})
            order by p.next_step_at limit {free} for update skip locked
            """).ToListAsync(ct);
        publications.ForEach(p => p.Lease(now + options.Value.Lease));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return publications.ConvertAll(p => p.PostId);
    }

    private async Task RunAsync(Guid postId)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<PublicationRunner>().RunAsync(postId, CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            LogTakenOver(logger, postId);
        }
        catch (Exception e) when (IsDatabaseFault(e))
        {
            LogStepNotStored(logger, postId, e);
        }
    }

    private static bool IsDatabaseFault(Exception e) =>
        e is NpgsqlException or TimeoutException or DbUpdateException || (e is InvalidOperationException && e.InnerException is NpgsqlException);

    [LoggerMessage(Level = LogLevel.Error, Message = "The publications could not be read")]
    private static partial void LogFault(ILogger logger, Exception e);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Publication of post {PostId} was taken over by another instance")]
    private static partial void LogTakenOver(ILogger logger, Guid postId);

    [LoggerMessage(Level = LogLevel.Error, Message = "A step of the publication of post {PostId} could not be stored; it will be looked up")]
    private static partial void LogStepNotStored(ILogger logger, Guid postId, Exception e);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Work on a publication ended unexpectedly; its outcome will be looked up")]
    private static partial void LogUnexpected(ILogger logger, Exception e);
}
