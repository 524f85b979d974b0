using System.Globalization;
using SocialSelling.ServiceDefaults.Redis;

namespace SocialSelling.Gateway.Limits;

/// <summary>Token buckets in Redis, by its clock. All buckets of an attempt are looked at in one call, and drawn from together or not at all.</summary>
internal sealed class SharedBuckets(RedisStore redis, TimeProvider clock)
{
    // A bucket is the time at which it will be full again (GCRA), in microseconds; a full one needs no key.
    private const string TakeScript =
        """
        local clock = redis.call('TIME')
        local now = clock[1] * 1000000 + clock[2]
        local limit, window = tonumber(ARGV[1]), tonumber(ARGV[2])
        local cost = window / limit
        local count = tonumber(ARGV[3])
        if count > 1 and #KEYS > count and redis.call('EXISTS', KEYS[#KEYS]) == 1 then count = 1 end
        local wait, used, full = 0, 0, {}
        for i = 1, count do
            local since = math.max(tonumber(redis.call('GET', KEYS[i]) or '0'), now)
            full[i] = since + cost
            wait = math.max(wait, full[i] - now - window)
            used = math.max(used, since - now)
        end
        local allowed = wait < 1000
        if allowed then
            for i = 1, count do
                redis.call('SET', KEYS[i], string.format('%.3f', full[i]), 'PX', string.format('%.0f', math.ceil((full[i] - now) / 1000)))
            end
            used = used + cost
        end
        return {allowed and 1 or 0, math.max(0, math.floor((window - used) / cost + 0.01)), math.ceil(used / 1000), math.ceil(wait / 1000)}
        """;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private long awayUntil = long.MinValue;

    /// <exception cref="RedisUnavailableException">Redis is away.</exception>
    public async Task<RateDecision> TakeAsync(Attempt attempt, CancellationToken ct)
    {
        // Callers do not each wait for its time-out: one in a while tries.
        if (clock.GetTimestamp() < Volatile.Read(ref awayUntil))
        {
            throw new RedisUnavailableException();
        }

        try
        {
            var limit = attempt.Limit;
            string[] buckets = attempt.Account is { } account ? [attempt.Address, account] : [attempt.Address];
            string[] keys = attempt.Known is { } known ? [.. buckets, known] : buckets;
            var answer = (long[])await redis.ScriptAsync(
                TakeScript, keys, [Text(limit.Limit), Text((long)limit.Window.TotalMicroseconds), Text(buckets.Length)], ct);
            return new(answer[0] == 1, limit.Limit, (int)answer[1], Seconds(answer[2]), answer[0] == 1 ? 0 : Math.Max(1, Seconds(answer[3])));
        }
        catch (RedisUnavailableException)
        {
            Volatile.Write(ref awayUntil, clock.GetTimestamp() + (long)(Pause.TotalSeconds * clock.TimestampFrequency));
            throw;
        }
    }

    /// <summary>Sets a mark; without Redis it is left out.</summary>
    public async Task TryMarkAsync(string key, TimeSpan lifetime)
    {
        try
        {
            await redis.SetAsync(key, "1", lifetime, CancellationToken.None);
        }
        catch (RedisUnavailableException)
        {
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Seconds(long milliseconds) => (int)Math.Min(int.MaxValue, (milliseconds + 999) / 1000);
}
