using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using SocialSelling.Gateway.Options;
using SocialSelling.Gateway.Routing;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Hosting;
using SocialSelling.ServiceDefaults.Redis;

namespace SocialSelling.Gateway.Limits;

/// <summary>
/// Limits logins and the like by address and by account, for all gateways together. While Redis is away each gateway counts for itself:
/// looser, but never open.
/// </summary>
internal sealed class CredentialLimiter(SharedBuckets shared, IOptions<RateLimitOptions> options, TimeProvider clock)
{
    private const int GenerationSize = 32768;
    private static readonly TimeSpan KnownFor = TimeSpan.FromDays(30);
    private readonly BoundedCache<string, TokenBucket> own = new(GenerationSize);

    public bool Guards(RouteKind kind) => LimitOf(kind) is not null;

    public Attempt Describe(HttpContext context, RouteKind kind, string? email)
    {
        var address = RateLimiter.Network(context).ToString();
        var account = email is null ? context.User.FindFirst(TokenClaims.Subject)?.Value : email.Trim().ToLowerInvariant();
        return new(
            LimitOf(kind)!,
            Key(kind, "address", address),
            account is null ? null : Key(kind, "account", account),
            account is null || kind != RouteKind.Login ? null : Key(kind, "known", $"{address}\n{account}"));
    }

    public async ValueTask<RateDecision> TakeAsync(Attempt attempt, CancellationToken ct)
    {
        try
        {
            return await shared.TakeAsync(attempt, ct);
        }
        catch (RedisUnavailableException)
        {
            var decision = TakeOwn(attempt.Address, attempt.Limit);
            return decision.Allowed && attempt.Account is { } account ? TakeOwn(account, attempt.Limit) : decision;
        }
    }

    /// <summary>After a successful login.</summary>
    public async Task RememberAsync(Attempt attempt)
    {
        if (attempt.Known is { } known)
        {
            await shared.TryMarkAsync(known, KnownFor);
        }
    }

    private RateLimit? LimitOf(RouteKind kind) => kind switch
    {
        RouteKind.Login => options.Value.Login,
        RouteKind.Register => options.Value.Register,
        RouteKind.PasswordReset => options.Value.PasswordReset,
        RouteKind.Verification => options.Value.Verification,
        RouteKind.Secret => options.Value.Secret,
        _ => null,
    };

    private RateDecision TakeOwn(string key, RateLimit limit)
    {
        var now = clock.GetElapsedTime(0).Ticks;
        if (!own.TryGet(key, out var bucket))
        {
            own.Set(key, bucket = new TokenBucket(limit.Limit, limit.Window, now));
        }

        return bucket.Take(now);
    }

    // Hashed: Redis need not know who has an account, or where from they come.
    private static string Key(RouteKind kind, string what, string who) =>
        $"limit:{kind}:{what}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(who)).AsSpan(0, 16))}";
}
