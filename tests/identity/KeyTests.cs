using System.Buffers.Text;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SocialSelling.Testing;

namespace SocialSelling.Identity.Tests;

public sealed class KeyTests(IdentityFactory factory)
{
    private readonly HttpClient client = factory.CreateClient();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task KeySet_PublishedKey_VerifiesAToken()
    {
        var token = (await Person.RegisterAsync(client)).Registered.AccessToken;
        var set = await client.GetFromJsonAsync<JsonElement>("/.well-known/jwks.json", Token);
        var kid = Jwt.Header(token).GetProperty("kid").GetString();
        var key = set.GetProperty("keys").EnumerateArray().Single(key => key.GetProperty("kid").GetString() == kid);

        using var ecdsa = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Coordinate(key, "x"), Y = Coordinate(key, "y") },
        });

        Assert.Equal("ES256", Jwt.Header(token).GetProperty("alg").GetString());
        Assert.True(ecdsa.VerifyData(Encoding.ASCII.GetBytes(token[..token.LastIndexOf('.')]), Jwt.Signature(token), HashAlgorithmName.SHA256));
    }

    [Fact]
    public async Task KeySet_Keys_CarryNothingPrivate()
    {
        var set = await client.GetFromJsonAsync<JsonElement>("/.well-known/jwks.json", Token);

        var key = Assert.Single(set.GetProperty("keys").EnumerateArray());
        Assert.Equal(["kty", "use", "alg", "kid", "crv", "x", "y"], key.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task AccessToken_Claims_AreThoseAgreed()
    {
        var person = await Person.RegisterAsync(client);

        var claims = Jwt.Payload(person.Registered.AccessToken);

        Assert.Equal(
            ["aud", "email", "exp", "iat", "iss", "jti", "permissions", "plan", "sessionId", "sub", "tokenVersion", "workspace"],
            claims.EnumerateObject().Select(claim => claim.Name).Order(StringComparer.Ordinal));
        Assert.Equal((TestTokens.Issuer, TestTokens.Audience), (claims.GetProperty("iss").GetString(), claims.GetProperty("aud").GetString()));
        Assert.Equal((person.Registered.User.Id, person.Email), (claims.GetProperty("sub").GetGuid(), claims.GetProperty("email").GetString()));
        Assert.Equal(3600, claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64());
    }

    [Fact]
    public async Task Discovery_Document_NamesTheEndpointsAndMayBeCached()
    {
        using var response = await client.GetAsync("/.well-known/openid-configuration", Token);
        var document = await response.Content.ReadFromJsonAsync<JsonElement>(Token);

        Assert.Equal((true, TimeSpan.FromMinutes(1)), (response.Headers.CacheControl!.Public, response.Headers.CacheControl.MaxAge));
        Assert.Equal(TestTokens.Issuer, document.GetProperty("issuer").GetString());
        Assert.Equal($"{TestTokens.Issuer}/.well-known/jwks.json", document.GetProperty("jwks_uri").GetString());
        Assert.Equal($"{TestTokens.Issuer}/connect/token", document.GetProperty("token_endpoint").GetString());
    }

    private static byte[] Coordinate(JsonElement key, string name) => Base64Url.DecodeFromChars(key.GetProperty(name).GetString());
}
