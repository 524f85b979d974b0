using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using SocialSelling.ServiceDefaults.Hosting;

namespace SocialSelling.Gateway.Access;

/// <summary>
/// The access tokens of API keys, remembered by the SHA-256 of the key. Callers with one key share one question to identity; a token in use
/// is renewed in the background before it runs out, so that nobody waits and identity may be away for a while.
/// </summary>
internal sealed class ApiKeyTokens(IServiceProvider services, TimeProvider clock)
{
    private const int GenerationSize = 8192;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private readonly BoundedCache<UInt128, ApiKeyReply> known = new(GenerationSize);
    private readonly ConcurrentDictionary<UInt128, Lazy<Task<ApiKeyReply>>> asking = new();

    /// <summary>What is remembered of the key and still good, or null.</summary>
    public ApiKeyReply? Find(byte[] hash)
    {
        var now = clock.GetUtcNow();
        if (!known.TryGet(IdOf(hash), out var reply) || now >= reply.UsableUntil)
        {
            return null;
        }

        if (now >= reply.RefreshAt)
        {
            // Should identity be away, it is left in peace for a while.
            known.Set(IdOf(hash), reply with { RefreshAt = now + Pause });
            _ = AskAsync(hash);
        }

        return reply;
    }

    /// <summary>Asks identity, whatever is remembered.</summary>
    public Task<ApiKeyReply> AskAsync(byte[] hash)
    {
        var id = IdOf(hash);
        return asking.GetOrAdd(id, _ => new(() => AskAsync(id, hash))).Value;
    }

    private async Task<ApiKeyReply> AskAsync(UInt128 id, byte[] hash)
    {
        try
        {
            // Not for the first caller alone: the question goes on when that one leaves.
            var reply = await Task.Run(() => services.GetRequiredService<ApiKeyClient>().ExchangeAsync(hash));
            if (reply.Known)
            {
                known.Set(id, reply);
            }

            return reply;
        }
        finally
        {
            asking.TryRemove(id, out _);
        }
    }

    /// <summary>Half of the hash is plenty to tell keys apart.</summary>
    private static UInt128 IdOf(byte[] hash) => MemoryMarshal.Read<UInt128>(hash);
}
