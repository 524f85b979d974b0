using Microsoft.Extensions.Options;
using Npgsql;
using SocialSelling.Instagram.Clients;
using SocialSelling.Instagram.Data.Ledger;
using SocialSelling.Instagram.Domain;
using SocialSelling.Instagram.Options;

namespace SocialSelling.Instagram.Workers;

/// <summary>
/// Deliveries of an account that is not known here wait. This looks whether the account has become known, and asks the accounts service:
/// a webhook may be quicker than the event that announces its account.
/// </summary>
internal sealed partial class UnknownAccountSweeper(
    WaitingDeliveries waiting, IServiceScopeFactory scopes, WorkSignal<UnknownAccountSweeper> signal, WorkSignal<WebhookProcessor> processor,
    TimeProvider clock, IOptions<WebhookOptions> options, ILogger<UnknownAccountSweeper> logger) : BackgroundService
{
    /// <summary>Strangers' webhooks must not become a stream of questions.</summary>
    private readonly Dictionary<string, DateTimeOffset> _askedAt = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                LogFault(logger, e);
            }

            await signal.WaitAsync(options.Value.UnknownAccountInterval, stoppingToken);
        }
    }

    private async Task SweepAsync(CancellationToken ct)
    {
        var released = await waiting.ReleaseKnownAsync(ct);
        foreach (var platformAccountId in await waiting.UnknownAccountsAsync(ct))
        {
            if (MayAsk(platformAccountId) && await AskAsync(platformAccountId, ct) is { } account)
            {
                released += await waiting.AccountConnectedAsync(account, ct);
            }
        }

        if (released > 0)
        {
            LogReleased(logger, released);
            processor.Notify();
        }
    }

    private bool MayAsk(string platformAccountId)
    {
        var now = clock.GetUtcNow();
        if (_askedAt.TryGetValue(platformAccountId, out var at) && now - at < options.Value.UnknownAccountInterval)
        {
            return false;
        }

        if (_askedAt.Count > 1000)
        {
            _askedAt.Clear();
        }

        _askedAt[platformAccountId] = now;
        return true;
    }

    private async Task<KnownAccount?> AskAsync(string platformAccountId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AccountsClient>().FindAsync(platformAccountId, ct);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} webhooks of accounts that were unknown are processed now")]
    private static partial void LogReleased(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Webhooks of unknown accounts could not be looked at")]
    private static partial void LogFault(ILogger logger, Exception e);
}
