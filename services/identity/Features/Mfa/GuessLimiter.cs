using System.Globalization;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Options;
using SocialSelling.ServiceDefaults.Redis;

namespace SocialSelling.Identity.Features.Mfa;

/// <summary>
/// Counts the codes tried for one user over all logins: six digits are guessed sooner or later by whoever knows the password and may go on
/// trying. Recovery codes cannot be guessed and go by uncounted, so that the owner has a way in while somebody else is guessing.
/// </summary>
internal sealed class GuessLimiter(RedisStore redis, IOptions<MfaOptions> options)
{
    private const string CountScript =
        """
        local count = redis.call('INCR', KEYS[1])
        if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
        return {count, redis.call('PTTL', KEYS[1])}
        """;

    /// <summary>How long the user has to wait, or null when a code may be tried, perhaps for the last time. Call it before the code is looked at.</summary>
    public async Task<(TimeSpan? Wait, bool Last)> CountAsync(Guid userId, CancellationToken ct)
    {
        var window = ((long)options.Value.GuessWindow.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        var answer = (long[])await redis.ScriptAsync(CountScript, [Key(userId)], [window], ct);
        return (answer[0] > options.Value.Guesses ? TimeSpan.FromMilliseconds(Math.Max(answer[1], 0)) : null, answer[0] == options.Value.Guesses);
    }

    public Task ForgetAsync(Guid userId, CancellationToken ct) => redis.DeleteAsync(Key(userId), ct);

    private static string Key(Guid userId) => $"mfa:guesses:{userId:N}";
}
