using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SocialSelling.ServiceDefaults.Redis;

namespace SocialSelling.Identity.Features.Passkeys;

/// <summary>Challenges that were given out, in Redis, each for one answer.</summary>
internal sealed class PasskeyCeremonies(RedisStore redis)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private const int IdBytes = 32;

    private const string TakeScript =
        """
        local state = redis.call('GET', KEYS[1])
        redis.call('DEL', KEYS[1])
        return state
        """;

    public async Task<string> StartAsync(PasskeyCeremonyKind kind, string state, CancellationToken ct)
    {
        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes));
        await redis.SetAsync(Key(kind, id), state, Lifetime, ct);
        return id;
    }

    /// <summary>The state, for the one caller that takes it; null when it is gone.</summary>
    public async Task<string?> TakeAsync(PasskeyCeremonyKind kind, string id, CancellationToken ct)
    {
        var state = await redis.ScriptAsync(TakeScript, [Key(kind, id)], [], ct);
        return state.IsNull ? null : (string?)state;
    }

    private static string Key(PasskeyCeremonyKind kind, string id) =>
        $"passkey:{kind}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))}";
}
