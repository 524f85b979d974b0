using System.Text.Json;

namespace SocialSelling.Accounts.Clients;

/// <summary>The token that is kept: about sixty days.</summary>
internal sealed record LongLivedToken(string AccessToken, string TokenType, TimeSpan Lifetime)
{
    private static readonly TimeSpan UsualLifetime = TimeSpan.FromDays(60);

    public static LongLivedToken? Read(JsonElement root)
    {
        var token = MetaJson.Unwrap(root);
        if (MetaJson.Text(token, "access_token") is not { Length: > 0 } accessToken)
        {
            return null;
        }

        var lifetime = long.TryParse(MetaJson.Text(token, "expires_in"), out var seconds) && seconds > 0 ? TimeSpan.FromSeconds(seconds) : UsualLifetime;
        return new LongLivedToken(accessToken, MetaJson.Text(token, "token_type") ?? "bearer", lifetime);
    }
}
