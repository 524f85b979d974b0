using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Privacy;
using SocialSelling.Identity.Options;
using SocialSelling.ServiceDefaults.Outbox;

namespace SocialSelling.Identity.Workers;

/// <summary>Asks services again that have not answered, gives up exports that nobody completes, and deletes those whose time is over.</summary>
internal sealed partial class PrivacyWatch(
    IServiceScopeFactory scopes, IOptions<PrivacyOptions> options, TimeProvider clock, ILogger<PrivacyWatch> logger) : BackgroundService
{
    private const int PartsAtOnce = 100;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Retention = TimeSpan.FromDays(30);

    internal async Task RunOnceAsync(CancellationToken ct)
    {
        while (await InTransactionAsync(AskForErasureAsync, ct)) { }
        while (await InTransactionAsync(AskForExportAsync, ct)) { }
        while (await InTransactionAsync(ExpireAsync, ct)) { }
        while (await InTransactionAsync(DeletePartsAsync, ct)) { }
        var old = clock.GetUtcNow() - Retention;
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IdentityDbContext>().DataExports
            .Where(export => export.RequestedAt < old && export.State != DataExportState.Preparing && export.State != DataExportState.Ready).ExecuteDeleteAsync(ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                // A watch that ends stays silent for ever; it says what is wrong and goes on at the next tick.
                LogInterrupted(logger, error);
            }
        }
    }

    private async Task<bool> InTransactionAsync(Func<IServiceProvider, IdentityDbContext, CancellationToken, Task<bool>> step, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await step(scope.ServiceProvider, db, ct)) return false;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private async Task<bool> AskForErasureAsync(IServiceProvider services, IdentityDbContext db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var overdue = now - options.Value.AskAgainAfter;
        var erasure = (await db.Erasures.FromSql(
            $"SELECT * FROM identity.erasures WHERE completed_at IS NULL AND asked_at < {overdue} ORDER BY asked_at LIMIT 1 FOR UPDATE SKIP LOCKED")
            .ToListAsync(ct)).SingleOrDefault();
        if (erasure is null) return false;
        await db.Entry(erasure).Collection(row => row.Answers).LoadAsync(ct);
        LogErasureOverdue(logger, erasure.Id, Missing(erasure.Answers.Where(row => row.CompletedAt is null).Select(row => row.Service)), erasure.RequestedAt);
        services.GetRequiredService<ErasureService>().Publish(erasure, now);
        await services.GetRequiredService<ErasureCollector>().GoOnAsync(erasure, ct);
        erasure.AskAgain(now);
        return true;
    }

    private async Task<bool> AskForExportAsync(IServiceProvider services, IdentityDbContext db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var overdue = now - options.Value.AskAgainAfter;
        var export = (await db.DataExports.FromSql(
            $"SELECT * FROM identity.data_exports WHERE state = 'preparing' AND asked_at < {overdue} ORDER BY asked_at LIMIT 1 FOR UPDATE SKIP LOCKED")
            .ToListAsync(ct)).SingleOrDefault();
        if (export is null) return false;
        await db.Entry(export).Collection(row => row.Shares).LoadAsync(ct);
        var missing = Missing(export.Shares.Where(row => row.CompletedAt is null).Select(row => row.Service));
        LogExportOverdue(logger, export.Id, missing, export.RequestedAt);
        if (export.RequestedAt < now - options.Value.ExportTimeout)
        {
            export.Fail($"No complete answer came from: {missing}. Ask for a new export; if it fails again, tell whoever runs the installation.");
            return true;
        }

        services.GetRequiredService<IEventOutbox>().Add(ExportRequests.Of(export, now));
        export.AskAgain(now);
        return true;
    }

    private async Task<bool> ExpireAsync(IServiceProvider services, IdentityDbContext db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var export = (await db.DataExports.FromSql(
            $"SELECT * FROM identity.data_exports WHERE state = 'ready' AND expires_at < {now} LIMIT 1 FOR UPDATE SKIP LOCKED").ToListAsync(ct)).SingleOrDefault();
        export?.Expire();
        return export is not null;
    }

    private async Task<bool> DeletePartsAsync(IServiceProvider services, IdentityDbContext db, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM identity.data_export_parts WHERE ctid = ANY (ARRAY(
                SELECT part.ctid FROM identity.data_exports export JOIN identity.data_export_parts part ON part.export_id = export.id
                WHERE export.state IN ('failed', 'expired') LIMIT {PartsAtOnce}))
            """, ct) > 0;

    private static string Missing(IEnumerable<string> services) => string.Join(", ", services.Order());

    [LoggerMessage(Level = LogLevel.Warning, Message = "Erasure {ErasureId} of {RequestedAt} still waits for: {Services}; they are asked again")]
    private static partial void LogErasureOverdue(ILogger logger, Guid erasureId, string services, DateTimeOffset requestedAt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Export {ExportId} of {RequestedAt} still waits for: {Services}")]
    private static partial void LogExportOverdue(ILogger logger, Guid exportId, string services, DateTimeOffset requestedAt);

    [LoggerMessage(Level = LogLevel.Error, Message = "Exports and erasures could not be looked after; tried again later")]
    private static partial void LogInterrupted(ILogger logger, Exception error);
}
