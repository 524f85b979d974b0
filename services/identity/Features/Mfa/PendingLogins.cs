using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Options;
using SocialSelling.ServiceDefaults.Redis;

namespace SocialSelling.Identity.Features.Mfa;

/// <summary>
/// Logins between password and second factor, in Redis, found by the hash of a random token. A try is counted before the code is looked at,
/// so that tries made at once cannot slip through together.
/// </summary>
internal sealed class PendingLogins(RedisStore redis, IOptions<MfaOptions> options)
{
    private const int TokenBytes = 32;

    private const string StartScript =
        "redis.call('HMSET', KEYS[1], 'user', ARGV[1], 'mark', ARGV[2]) return redis.call('PEXPIRE', KEYS[1], ARGV[3])";

    private const string TryScript =
        """
        local user = redis.call('HGET', KEYS[1], 'user')
        if not user then return nil end
        local tries = redis.call('HINCRBY', KEYS[1], 'tries', 1)
        if tries > tonumber(ARGV[1]) then redis.call('DEL', KEYS[1]) return nil end
        return {user, redis.call('HGET', KEYS[1], 'mark'), tostring(tries)}
        """;

    public async Task<string> StartAsync(User user, CancellationToken ct)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        var lifetime = ((long)options.Value.PendingLifetime.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        await redis.ScriptAsync(StartScript, [Key(token)], [user.Id.ToString(), Convert.ToHexString(user.PasswordMark()), lifetime], ct);
        return token;
    }

    /// <summary>Null when there is no such login, its time is over or its tries are used up.</summary>
    public async Task<PendingLogin?> TryAsync(string token, CancellationToken ct)
    {
        var attempts = options.Value.Attempts.ToString(CultureInfo.InvariantCulture);
        var answer = await redis.ScriptAsync(TryScript, [Key(token)], [attempts], ct);
        return answer.IsNull ? null : Read((string[])answer, attempts);
    }

    /// <summary>Ends it; true for the one caller that did.</summary>
    public Task<bool> EndAsync(string token, CancellationToken ct) => redis.DeleteAsync(Key(token), ct);

    private static PendingLogin Read(string[] fields, string attempts) =>
        new(Guid.Parse(fields[0]), Convert.FromHexString(fields[1]), fields[2] == attempts);

    private static string Key(string token) => $"mfa:login:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)))}";
}
