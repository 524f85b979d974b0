using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;

namespace SocialSelling.Identity.Workers;

/// <summary>Deletes refresh tokens and remembered devices whose time is over, and sessions a while after theirs.</summary>
internal sealed partial class ExpiredSessionWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ExpiredSessionWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);
    private static readonly TimeSpan SessionRetention = TimeSpan.FromDays(30);

    internal async Task CleanAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        var now = clock.GetUtcNow();
        await db.RefreshTokens.Where(token => token.ExpiresAt < now).ExecuteDeleteAsync(ct);
        await db.RememberedDevices.Where(device => device.ExpiresAt < now).ExecuteDeleteAsync(ct);
        await db.Sessions.Where(session => session.ExpiresAt < now - SessionRetention).ExecuteDeleteAsync(ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryCleanAsync(stoppingToken);
        }
    }

    private async Task TryCleanAsync(CancellationToken ct)
    {
        try
        {
            await CleanAsync(ct);
        }
        catch (DbException error)
        {
            LogFailure(error);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Expired sessions could not be deleted; trying again in an hour.")]
    private partial void LogFailure(Exception error);
}
