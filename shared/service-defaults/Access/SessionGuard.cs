using SocialSelling.ServiceDefaults.Hosting;
using SocialSelling.ServiceDefaults.Redis;

namespace SocialSelling.ServiceDefaults.Access;

/// <summary>
/// Asks Redis whether a session lives. A living one is remembered for <see cref="FreshFor"/>, so a logout takes hold within that time. While
/// Redis is away a session seen alive within <see cref="TrustedFor"/> goes on, any other is unknown: an outage neither logs everybody out
/// nor lets everybody in.
/// </summary>
public sealed class SessionGuard(RedisStore redis, TimeProvider clock)
{
    private const int GenerationSize = 16384;
    private readonly BoundedCache<Guid, long> seenAlive = new(GenerationSize);
    private long redisAwayUntil = long.MinValue;

    /// <summary>How long an answer is good without asking again.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(1);

    /// <summary>How long an answer is good while Redis cannot be asked.</summary>
    public static readonly TimeSpan TrustedFor = TimeSpan.FromMinutes(5);

    // With Redis away, callers do not each wait for its time-out: one in a while tries.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>The session's state.</summary>
    public ValueTask<SessionState> CheckAsync(Guid session, CancellationToken ct)
    {
        var age = seenAlive.TryGet(session, out var seen) ? clock.GetElapsedTime(seen) : TimeSpan.MaxValue;
        if (age < FreshFor)
        {
            return ValueTask.FromResult(SessionState.Alive);
        }

        return clock.GetTimestamp() < Volatile.Read(ref redisAwayUntil)
            ? ValueTask.FromResult(Fallback(age))
            : new ValueTask<SessionState>(AskAsync(session, age, ct));
    }

    private static SessionState Fallback(TimeSpan age) => age < TrustedFor ? SessionState.Alive : SessionState.Unknown;

    private async Task<SessionState> AskAsync(Guid session, TimeSpan age, CancellationToken ct)
    {
        try
        {
            if (await redis.ExistsAsync(SessionKeys.Of(session), ct))
            {
                seenAlive.Set(session, clock.GetTimestamp());
                return SessionState.Alive;
            }

            seenAlive.Remove(session);
            return SessionState.Ended;
        }
        catch (RedisUnavailableException)
        {
            Volatile.Write(ref redisAwayUntil, clock.GetTimestamp() + (long)(Pause.TotalSeconds * clock.TimestampFrequency));
            return Fallback(age);
        }
    }
}
