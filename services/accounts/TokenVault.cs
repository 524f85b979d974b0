using System.Text;
using SocialSelling.Accounts.Domain;
using SocialSelling.ServiceDefaults.Sealing;

namespace SocialSelling.Accounts;

/// <summary>Seals tokens into their rows and opens them again.</summary>
internal sealed class TokenVault(SecretSealer sealer)
{
    public void Store(OAuthToken row, string accessToken, string tokenType, string scope, DateTimeOffset issuedAt, DateTimeOffset expiresAt)
    {
        var secret = sealer.Seal(Encoding.UTF8.GetBytes(accessToken), row.AccessTokenContext);
        row.Replace(secret.KeyId, secret.Bytes, tokenType, scope, issuedAt, expiresAt);
    }

    public string Open(OAuthToken row) =>
        Encoding.UTF8.GetString(sealer.Open(new SealedSecret(row.KeyId, row.AccessTokenEncrypted), row.AccessTokenContext));
}
