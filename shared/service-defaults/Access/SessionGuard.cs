using System.Globalization;
using SocialSelling.ServiceDefaults.Hosting;
using SocialSelling.ServiceDefaults.Redis;

namespace SocialSelling.ServiceDefaults.Access;

/// <summary>
/// Asks Redis whether a session lives, and whether a token of it is of the newest issue: what it grants may have changed since. An answer
/// is remembered for <see cref="FreshFor"/>, so a logout or a change of role takes hold within that time. While Redis is away a session
/// seen alive within <see cref="TrustedFor"/> goes on, any other is unknown: an outage neither logs everybody out nor lets everybody in.
/// </summary>
public sealed class SessionGuard(RedisStore redis, TimeProvider clock)
{
    private const int GenerationSize = 16384;
    private readonly BoundedCache<Guid, Sighting> seenAlive = new(GenerationSize);
    private long redisAwayUntil = long.MinValue;

    /// <summary>How long an answer is good without asking again.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(1);

    /// <summary>How long an answer is good while Redis cannot be asked.</summary>
    public static readonly TimeSpan TrustedFor = TimeSpan.FromMinutes(5);

    // With Redis away, callers do not each wait for its time-out: one in a while tries.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly record struct Sighting(long At, int OldestGood)
    {
        public SessionState Judge(int tokenVersion) => tokenVersion < OldestGood ? SessionState.Stale : SessionState.Alive;
    }

    /// <summary>The session's state as a token of this version sees it.</summary>
    public ValueTask<SessionState> CheckAsync(Guid session, int tokenVersion, CancellationToken ct)
    {
        Sighting? seen = seenAlive.TryGet(session, out var found) ? found : null;
        if (seen is { } fresh && clock.GetElapsedTime(fresh.At) < FreshFor && fresh.Judge(tokenVersion) == SessionState.Alive)
        {
            return ValueTask.FromResult(SessionState.Alive);
        }

        return clock.GetTimestamp() < Volatile.Read(ref redisAwayUntil)
            ? ValueTask.FromResult(Fallback(seen, tokenVersion))
            : new ValueTask<SessionState>(AskAsync(session, tokenVersion, seen, ct));
    }

    private SessionState Fallback(Sighting? seen, int tokenVersion) =>
        seen is { } sighting && clock.GetElapsedTime(sighting.At) < TrustedFor ? sighting.Judge(tokenVersion) : SessionState.Unknown;

    private async Task<SessionState> AskAsync(Guid session, int tokenVersion, Sighting? seen, CancellationToken ct)
    {
        try
        {
            if (int.TryParse(await redis.GetAsync(SessionKeys.Of(session), ct), NumberStyles.None, CultureInfo.InvariantCulture, out var oldestGood))
            {
                var sighting = new Sighting(clock.GetTimestamp(), oldestGood);
                seenAlive.Set(session, sighting);
                return sighting.Judge(tokenVersion);
            }

            seenAlive.Remove(session);
            return SessionState.Ended;
        }
        catch (RedisUnavailableException)
        {
            Volatile.Write(ref redisAwayUntil, clock.GetTimestamp() + (long)(Pause.TotalSeconds * clock.TimestampFrequency));
            return Fallback(seen, tokenVersion);
        }
    }
}
