using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.OAuth;

internal sealed class TokenStore(World world, TimeProvider clock)
{
    public static readonly TimeSpan LongLife = TimeSpan.FromDays(60);

    private static readonly TimeSpan ShortLife = TimeSpan.FromHours(1);

    public AccessToken IssueShort(Account account, IReadOnlyList<string> scopes) => Issue(account, scopes, ShortLife, longLived: false);

    public AccessToken IssueLong(AccessToken from) => Issue(from.Account, from.Scopes, LongLife, longLived: true);

    private AccessToken Issue(Account account, IReadOnlyList<string> scopes, TimeSpan life, bool longLived)
    {
        var now = clock.GetUtcNow();
        var token = new AccessToken(Ids.Token(), account, scopes, now, now + life, longLived);
        lock (world.Gate)
        {
            world.Tokens.Add(token.Value, token);
        }

        return token;
    }
}
