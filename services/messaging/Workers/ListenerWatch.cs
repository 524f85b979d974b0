using System.Globalization;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using SocialSelling.Messaging.Features.Realtime;
using SocialSelling.Messaging.Options;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Messaging.Workers;

/// <summary>
/// Ends open connections whose session has ended or whose rights have changed: the gateway asks only when a connection begins. The client
/// refreshes its token and comes again.
/// </summary>
internal sealed class ListenerWatch(InboxAudience audience, SessionGuard sessions, IOptions<RealtimeOptions> options, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.SessionCheckInterval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await CheckAsync(stoppingToken);
        }
    }

    internal async Task CheckAsync(CancellationToken ct)
    {
        foreach (var listener in audience.Listeners)
        {
            if (!await MayListenAsync(listener, ct)) listener.Abort();
        }
    }

    private async Task<bool> MayListenAsync(HubCallerContext listener, CancellationToken ct)
    {
        if (!Guid.TryParse(listener.User?.FindFirst(TokenClaims.SessionId)?.Value, out var session)) return false;
        _ = int.TryParse(listener.User.FindFirst(TokenClaims.TokenVersion)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var version);

        // With Redis away nobody can tell; the token's own end is the limit then.
        return await sessions.CheckAsync(session, version, ct) is SessionState.Alive or SessionState.Unknown;
    }
}
