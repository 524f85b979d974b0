using Microsoft.Extensions.Options;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Features.Keys;
using SocialSelling.Identity.Options;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Features.Connect;

/// <summary>A client's own token (RFC 6749, section 4.4). Without a refresh token: the client can always ask again.</summary>
internal sealed class ClientCredentialsGrant(
    AccessTokenIssuer tokens, IdentityDbContext db, TokenAudit audit, IOptions<ClientCatalogueOptions> options)
{
    public async Task<GrantOutcome> IssueAsync(Client client, string? asked, CancellationToken ct)
    {
        if (Grant(client, asked) is not { } scope)
        {
            return OAuthError.InvalidScope;
        }

        var lifetime = options.Value.ClientTokenLifetime;
        var token = await tokens.IssueAsync(Claims(client, scope), lifetime, ct);
        audit.Issued(client, GrantTypes.ClientCredentials, scope);
        await db.SaveChangesAsync(ct);
        return new TokenResponse(token, "Bearer", (int)lifetime.TotalSeconds, scope);
    }

    /// <summary>What is asked for, or everything the client may have; null when it asks for more.</summary>
    private static string? Grant(Client client, string? asked)
    {
        var scopes = GrantTypes.Split(asked);
        return scopes.Length == 0 ? string.Join(' ', client.Scopes.Order(StringComparer.Ordinal))
            : scopes.All(client.Scopes.Contains) ? string.Join(' ', scopes.Distinct())
            : null;
    }

    private static Dictionary<string, object> Claims(Client client, string scope) => new()
    {
        [TokenClaims.Subject] = client.Id,
        [TokenClaims.ClientId] = client.Id,
        [TokenClaims.Scope] = scope,
    };
}
