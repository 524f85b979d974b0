using System.Globalization;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Options;
using SocialSelling.ServiceDefaults.Problems;
using SocialSelling.ServiceDefaults.Redis;

namespace SocialSelling.Identity.Features.Lockout;

/// <summary>
/// Bounds the guessing of passwords. Each guess is counted in Redis before its password is looked at, and the last free one locks at once,
/// so guesses made side by side cannot slip through together; a success takes the lock away again. Unknown accounts are counted alike, so
/// that a lock tells nobody who has an account.
/// <para>
/// An account has several lanes, each with failures, lock and growing lock time of its own: one for each device that the owner has logged in
/// from (a sealed cookie), one for each network address that the owner has logged in from, and one that all strangers share. A stranger can
/// therefore lock out strangers only, as often as he likes: the owner's devices and usual addresses never notice, and from a new place the
/// owner gets in by a new password by mail, which empties the strangers' lane and makes the browser a known device. In the strangers' lane an
/// attacker has some 35 guesses on the first day and 5 a day from then on, however many addresses he has.
/// </para>
/// <para>
/// Strangers also count for their network address (IPv6: its /64) over all accounts, with a higher threshold, against one password tried on
/// many accounts. Known devices and addresses do not: colleagues behind the same address as a guesser stay free of his lock.
/// </para>
/// <para>Without Redis nobody is let in: 503.</para>
/// </summary>
internal sealed class LoginGuard(RedisStore redis, IOptions<LoginLockOptions> options)
{
    // Keys by threes: failures, lock, number of locks. Arguments: first and longest lock, a threshold for each three.
    private const string BeginScript =
        """
        local wait = 0
        for i = 2, #KEYS, 3 do wait = math.max(wait, redis.call('PTTL', KEYS[i])) end
        if wait > 0 then return {wait, 0, 0} end
        local locked = {0, 0}
        for i = 1, #KEYS, 3 do
          local place = (i + 2) / 3
          if redis.call('INCR', KEYS[i]) >= tonumber(ARGV[place + 2]) then
            local count = redis.call('INCR', KEYS[i + 2])
            redis.call('PEXPIRE', KEYS[i + 2], 2 * tonumber(ARGV[2]))
            local time = math.min(tonumber(ARGV[1]) * 2 ^ math.min(count - 1, 30), tonumber(ARGV[2]))
            redis.call('SET', KEYS[i + 1], '1', 'PX', string.format('%d', time))
            redis.call('DEL', KEYS[i])
            locked[place] = time
          else
            redis.call('PEXPIRE', KEYS[i], ARGV[2])
          end
        end
        return {0, locked[1], locked[2]}
        """;

    // The lane is clean again; of the address only this one guess is taken back, or whoever has an account could wash it.
    private const string SucceedScript =
        """
        redis.call('DEL', KEYS[1], KEYS[2], KEYS[3])
        if #KEYS > 3 then
          if ARGV[1] == '1' then
            redis.call('DEL', KEYS[5])
            redis.call('SET', KEYS[4], ARGV[2], 'PX', ARGV[3])
          elseif (tonumber(redis.call('GET', KEYS[4])) or 0) > 0 then
            redis.call('DECR', KEYS[4])
          end
        end
        return 0
        """;

    // As if the guess had never been begun: a lock that it set goes, and the failures before it stand again.
    private const string TakeBackScript =
        """
        for i = 1, #KEYS, 3 do
          local place = (i + 2) / 3
          if ARGV[place] == '1' then
            redis.call('DEL', KEYS[i + 1])
            redis.call('DECR', KEYS[i + 2])
            redis.call('SET', KEYS[i], tonumber(ARGV[place + 2]) - 1, 'PX', ARGV[5])
          elseif (tonumber(redis.call('GET', KEYS[i])) or 0) > 0 then
            redis.call('DECR', KEYS[i])
          end
        end
        return 0
        """;

    private LoginLockOptions Options => options.Value;

    /// <summary>Counts a guess in the lane that it belongs to.</summary>
    public async Task<LoginAttempt> BeginAsync(LoginLane lane, CancellationToken ct)
    {
        string[] keys = [.. Three(lane.Key), .. lane.AddressKey is { } address ? Three(address) : []];
        var answer = (long[])await redis.ScriptAsync(
            BeginScript, keys, [Milliseconds(Options.FirstLock), Milliseconds(Options.LongestLock), Text(Options.Attempts), Text(Options.AddressAttempts)], ct);
        return new(keys, Time(answer[0]), Time(answer[1]), answer[2] > 0, lane.IsKnown);
    }

    /// <summary>Looks at the password. When there are too many to look at, the guess was none: the owner is not locked out by our being busy.</summary>
    public async Task<T> LookAsync<T>(LoginAttempt attempt, Func<Task<T>> look)
    {
        try
        {
            return await look();
        }
        catch (BusyException)
        {
            await redis.ScriptAsync(
                TakeBackScript, attempt.Keys,
                [Flag(attempt.Lock is not null), Flag(attempt.LocksAddress), Text(Options.Attempts), Text(Options.AddressAttempts), Milliseconds(Options.LongestLock)],
                CancellationToken.None);
            throw;
        }
    }

    /// <summary>The password was right.</summary>
    public Task SucceedAsync(LoginAttempt attempt, CancellationToken ct) => redis.ScriptAsync(
        SucceedScript, attempt.Keys, [Flag(attempt.LocksAddress), Text(Options.AddressAttempts - 1), Milliseconds(Options.LongestLock)], ct);

    /// <summary>Whoever owns the mailbox has shown it: strangers begin anew.</summary>
    public async Task ForgetStrangersAsync(string emailKey, CancellationToken ct)
    {
        foreach (var key in Three(LoginLane.Strangers(emailKey)))
        {
            await redis.DeleteAsync(key, ct);
        }
    }

    private static string Flag(bool value) => value ? "1" : "0";

    private static string[] Three(string key) => [$"{key}:failures", $"{key}:lock", $"{key}:locks"];

    private static TimeSpan? Time(long milliseconds) => milliseconds > 0 ? TimeSpan.FromMilliseconds(milliseconds) : null;

    private static string Milliseconds(TimeSpan time) => ((long)time.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
