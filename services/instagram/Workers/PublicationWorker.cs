using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Instagram.Data;
using SocialSelling.Instagram.Options;

namespace SocialSelling.Instagram.Workers;

/// <summary>Takes publications whose next step is due, each for one instance at a time.</summary>
internal sealed partial class PublicationWorker(
    IServiceScopeFactory scopes, WorkSignal<PublicationWorker> signal, TimeProvider clock, IOptions<PublishingOptions> options, ILogger<PublicationWorker> logger)
    : BackgroundService
{
    private readonly ClaimLoop<PublicationWorker> _loop = new("publications", options.Value.Concurrency, options.Value.PollInterval, signal, logger);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => _loop.RunAsync(ClaimAsync, RunAsync, stoppingToken);

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
        catch (Exception e) when (DatabaseFault.Is(e))
        {
            LogStepNotStored(logger, postId, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Publication of post {PostId} was taken over by another instance")]
    private static partial void LogTakenOver(ILogger logger, Guid postId);

    [LoggerMessage(Level = LogLevel.Error, Message = "A step of the publication of post {PostId} could not be stored; it will be looked up")]
    private static partial void LogStepNotStored(ILogger logger, Guid postId, Exception e);
}
