using SocialSelling.Identity.Data;
using SocialSelling.Identity.Features.Auth;

namespace SocialSelling.Identity.Features.Connect;

/// <summary>
/// The tokens of a user's session, refreshed by a client (RFC 6749, section 6). The session is bound to the first client that does so: from
/// then on its refresh tokens are worth nothing in the hands of anybody else, the suite's own apps included. Scopes are the user's
/// permissions as they are now; a client cannot ask for more, and gets them all even when it asks for fewer, as the answer says.
/// </summary>
internal sealed class RefreshTokenGrant(IdentityDbContext db, TokenRotation rotation, AccessTokenReader accessTokens, TokenAudit audit)
{
    public async Task<GrantOutcome> IssueAsync(Client client, string? refreshToken, string? asked, CancellationToken ct)
    {
        if (refreshToken is null)
        {
            return OAuthError.InvalidRequest("The parameter refresh_token is missing.");
        }

        // A request that asks for too much must not use the token up.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await rotation.RotateAsync(refreshToken, client.Id, ct) is not { Answer: { } answer })
        {
            await transaction.CommitAsync(ct);
            return OAuthError.InvalidGrant;
        }

        var facts = (await accessTokens.ReadAsync(answer.AccessToken, ct))!;
        if (GrantTypes.Split(asked).Except(GrantTypes.Split(facts.Scope)).Any())
        {
            return OAuthError.InvalidScope;
        }

        audit.Issued(client, facts);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new TokenResponse(answer.AccessToken, answer.TokenType, answer.ExpiresIn, facts.Scope!, answer.RefreshToken);
    }
}
