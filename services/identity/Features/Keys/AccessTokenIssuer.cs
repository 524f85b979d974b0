using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Features.Keys;

/// <summary>Writes and signs JSON Web Tokens (RFC 7519) with the current key.</summary>
internal sealed class AccessTokenIssuer(SigningKeyRing ring, IOptions<AuthOptions> auth, TimeProvider clock)
{
    /// <param name="claims">What the token says beside issuer, audience, times and its own id.</param>
    /// <param name="lifetime">From now on.</param>
    /// <param name="ct">Cancels the wait for the first load of the keys.</param>
    public async ValueTask<string> IssueAsync(Dictionary<string, object> claims, TimeSpan lifetime, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var key = (await ring.GetAsync(ct)).Current(now);
        claims["iss"] = auth.Value.Issuer;
        claims["aud"] = auth.Value.Audience;
        claims["iat"] = now.ToUnixTimeSeconds();
        claims["exp"] = (now + lifetime).ToUnixTimeSeconds();
        claims["jti"] = Guid.CreateVersion7(now);
        return Sign(key, claims);
    }

    private static string Sign(LoadedKey key, Dictionary<string, object> claims)
    {
        var header = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new { alg = "ES256", typ = "JWT", kid = key.Id }));
        var payload = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims));
        var content = $"{header}.{payload}";
        return $"{content}.{Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(content)))}";
    }
}
