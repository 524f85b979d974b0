using System.Collections.Concurrent;

namespace SocialSelling.Instagram.Clients;

/// <summary>Keeps tokens for some minutes, in memory only. A refused token is dropped at once.</summary>
internal sealed class AccountTokens(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<Guid, (AccountToken Token, DateTimeOffset Until)> _tokens = new();

    public async Task<TokenReply> GetAsync(Guid accountId, CancellationToken ct)
    {
        if (_tokens.TryGetValue(accountId, out var kept) && kept.Until > clock.GetUtcNow())
        {
            return new TokenReply(kept.Token, null);
        }

        await using var scope = scopes.CreateAsyncScope();
        var reply = await scope.ServiceProvider.GetRequiredService<AccountsClient>().GetTokenAsync(accountId, ct);
        if (reply.Token is { } token)
        {
            _tokens[accountId] = (token, clock.GetUtcNow() + Lifetime);
        }

        return reply;
    }

    public void Drop(Guid accountId) => _tokens.TryRemove(accountId, out _);
}
