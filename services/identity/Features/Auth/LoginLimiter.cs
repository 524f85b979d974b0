using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Options;
using SocialSelling.ServiceDefaults.Redis;

namespace SocialSelling.Identity.Features.Auth;

/// <summary>
/// Counts the failed logins of one network address for one account. Counted before the password is looked at, so that attempts made at
/// once cannot slip through together; and by address, so that a stranger cannot lock the owner out.
/// </summary>
internal sealed class LoginLimiter(RedisStore redis, IOptions<LoginLimitOptions> options)
{
    private const string CountScript =
        """
        local count = redis.call('INCR', KEYS[1])
        if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
        return {count, redis.call('PTTL', KEYS[1])}
        """;

    /// <summary>How long the caller has to wait, or null when it may try.</summary>
    public async Task<TimeSpan?> CountAsync(string emailKey, string? address, CancellationToken ct)
    {
        var window = ((long)options.Value.Window.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        var answer = (long[])await redis.ScriptAsync(CountScript, [Key(emailKey, address)], [window], ct);
        return answer[0] > options.Value.Attempts ? TimeSpan.FromMilliseconds(Math.Max(answer[1], 0)) : null;
    }

    public Task ForgetAsync(string emailKey, string? address, CancellationToken ct) => redis.DeleteAsync(Key(emailKey, address), ct);

    // Hashed: Redis need not know who has an account.
    private static string Key(string emailKey, string? address) =>
        $"login:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{address}\n{emailKey}")))}";
}
