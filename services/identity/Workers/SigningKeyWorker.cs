using System.Data.Common;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Features.Keys;
using SocialSelling.Identity.Options;

namespace SocialSelling.Identity.Workers;

/// <summary>Makes the first key, rotates when it is time, and learns of the keys of other instances.</summary>
internal sealed partial class SigningKeyWorker(
    SigningKeyRing ring, IOptions<SigningKeyOptions> options, TimeProvider clock, ILogger<SigningKeyWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.RefreshInterval, clock);
        do
        {
            await RefreshAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task RefreshAsync(CancellationToken ct)
    {
        try
        {
            await ring.RefreshAsync(ct);
        }
        catch (Exception error) when (error is DbException or InvalidOperationException { InnerException: DbException })
        {
            // The keys in memory stay good; a request that has none yet loads them itself.
            LogFailure(error);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The signing keys could not be read; trying again.")]
    private partial void LogFailure(Exception error);
}
