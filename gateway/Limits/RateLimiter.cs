using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using SocialSelling.Gateway.Options;
using SocialSelling.Gateway.Routing;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Hosting;

namespace SocialSelling.Gateway.Limits;

/// <summary>Finds the bucket of a request: the user's, else the address's; credentials and webhooks have buckets of their own.</summary>
internal sealed class RateLimiter(IOptions<RateLimitOptions> options, TimeProvider clock)
{
    private const int GenerationSize = 32768;
    private const int Ipv6Network = 8;
    private readonly BoundedCache<string, TokenBucket> users = new(GenerationSize);
    private readonly BoundedCache<IPAddress, TokenBucket> addresses = new(GenerationSize);
    private readonly BoundedCache<IPAddress, TokenBucket> credentials = new(GenerationSize);
    private readonly TokenBucket webhooks = new(options.Value.Webhooks.Limit, options.Value.Webhooks.Window, Now(clock));

    public RateDecision Take(HttpContext context)
    {
        var limits = options.Value;
        var kind = context.GetEndpoint()?.Metadata.GetMetadata<RouteKindMetadata>()?.Kind ?? RouteKind.Ordinary;
        if (kind == RouteKind.Webhook)
        {
            return webhooks.Take(Now(clock));
        }

        if (kind == RouteKind.Credentials)
        {
            return Take(credentials, Network(context), limits.Credentials);
        }

        return context.User.FindFirst(TokenClaims.Subject)?.Value is { } user
            ? Take(users, user, limits.User)
            : TakeUnknown(context);
    }

    /// <summary>For who is not known yet.</summary>
    public RateDecision TakeUnknown(HttpContext context) => Take(addresses, Network(context), options.Value.Anonymous);

    private RateDecision Take<TKey>(BoundedCache<TKey, TokenBucket> buckets, TKey key, RateLimit limit)
        where TKey : notnull
    {
        var now = Now(clock);
        if (!buckets.TryGet(key, out var bucket))
        {
            bucket = new TokenBucket(limit.Limit, limit.Window, now);
            buckets.Set(key, bucket);
        }

        return bucket.Take(now);
    }

    /// <summary>Whoever has one IPv6 address has 2^64 of them.</summary>
    public static IPAddress Network(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.IsIPv4MappedToIPv6)
        {
            return address;
        }

        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        bytes[Ipv6Network..].Clear();
        return new IPAddress(bytes);
    }

    private static long Now(TimeProvider clock) => clock.GetElapsedTime(0).Ticks;
}
