using SocialSelling.Contracts.Access;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Messaging.Features.Realtime;

internal static class RealtimeEndpoints
{
    // What may wait for a client that reads slowly, in bytes and in time, before its connection is ended.
    private const int MaxBuffer = 64 * 1024;
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(2);

    public static void MapRealtime(this IEndpointRouteBuilder app) =>
        app.MapHub<InboxHub>(InboxHub.Path, options =>
        {
            options.CloseOnAuthenticationExpiration = true;
            options.ApplicationMaxBufferSize = MaxBuffer;
            options.TransportMaxBufferSize = MaxBuffer;
            options.TransportSendTimeout = SendTimeout;
        }).RequireAuthorization().RequirePermission(Permissions.ConversationsRead);
}
