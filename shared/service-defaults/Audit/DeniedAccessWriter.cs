using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SocialSelling.Contracts.Identity;
using SocialSelling.ServiceDefaults.Data;
using SocialSelling.ServiceDefaults.Outbox;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.ServiceDefaults.Audit;

/// <summary>Brings noted refusals into the outbox. While the database is away they wait; what then does not fit is left out.</summary>
internal sealed partial class DeniedAccessWriter(DeniedAccess denied, IServiceScopeFactory scopes, TimeProvider clock, ILogger<DeniedAccessWriter> logger)
    : BackgroundService
{
    private const int BatchSize = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await denied.Entries.WaitToReadAsync(stoppingToken))
        {
            var batch = Take();
            while (!await TryWriteAsync(batch, stoppingToken))
            {
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
    }

    /// <summary>What came in last is written before the process ends.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (Take() is { Count: > 0 } rest)
        {
            await TryWriteAsync(rest, cancellationToken);
        }
    }

    private List<AuditEntryRecorded> Take()
    {
        var batch = new List<AuditEntryRecorded>();
        while (batch.Count < BatchSize && denied.Entries.TryRead(out var entry))
        {
            batch.Add(entry);
        }

        return batch;
    }

    private async Task<bool> TryWriteAsync(List<AuditEntryRecorded> batch, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var outbox = scope.ServiceProvider.GetRequiredService<IEventOutbox>();
            batch.ForEach(outbox.Add);
            await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().SaveChangesAsync(ct);
            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogFailed(error, batch.Count);

            // What fails for a reason of its own would fail for ever, and hold up all that comes after.
            return !Transient.Is(error);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} refusals could not be written to the audit log")]
    private partial void LogFailed(Exception error, int count);
}
