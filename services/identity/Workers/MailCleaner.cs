using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Options;

namespace SocialSelling.Identity.Workers;

/// <summary>Deletes the records of mails whose time is over, and links a while after theirs.</summary>
internal sealed partial class MailCleaner(
    IServiceScopeFactory scopes, IOptions<MailOptions> options, TimeProvider clock, ILogger<MailCleaner> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);
    private static readonly TimeSpan TokenRetention = TimeSpan.FromDays(7);

    internal async Task CleanAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        var now = clock.GetUtcNow();
        await db.Mails.Where(mail => mail.EndedAt < now - options.Value.Retention).ExecuteDeleteAsync(ct);
        await db.OneTimeTokens.Where(token => token.ExpiresAt < now - TokenRetention).ExecuteDeleteAsync(ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CleanAsync(stoppingToken);
            }
            catch (DbException error)
            {
                LogFailed(error);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old mails could not be deleted; trying again in an hour.")]
    private partial void LogFailed(Exception error);
}
