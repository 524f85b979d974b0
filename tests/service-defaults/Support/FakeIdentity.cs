using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.ServiceDefaults.Tests.Support;

/// <summary>Identity as seen by others: discovery, keys and the token endpoint, on a port of its own.</summary>
public sealed class FakeIdentity : IAsyncDisposable
{
    public const string Issuer = "http://suite.test";
    public const string Audience = "socialselling";

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly WebApplication app;

    // IdentityModel keeps verifiers by key id in a static cache: an id of its own for each key.
    private readonly string keyId = Guid.NewGuid().ToString("N");
    private int tokenCalls;

    private FakeIdentity(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    public int TokenCalls => tokenCalls;

    public ECDsaSecurityKey SigningKey => new(key) { KeyId = keyId };

    public static async Task<FakeIdentity> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var identity = new FakeIdentity(builder.Build());
        identity.Map();
        await identity.app.StartAsync();
        return identity;
    }

    public string UserToken(params string[] permissions) => Token(User(Guid.NewGuid(), permissions));

    public string UserToken(Guid session, params string[] permissions) => Token(User(session, permissions));

    public string InternalToken() => Token([new(TokenClaims.Subject, "messaging"), new(TokenClaims.ClientId, "messaging"), new(TokenClaims.Scope, "internal")]);

    public string Token(
        IEnumerable<Claim> claims, DateTime? expires = null, string audience = Audience, string issuer = Issuer, SigningCredentials? credentials = null)
    {
        var end = expires ?? DateTime.UtcNow.AddHours(1);
        var token = new JwtSecurityToken(
            issuer, audience, claims, end.AddHours(-2), end, credentials ?? new SigningCredentials(SigningKey, SecurityAlgorithms.EcdsaSha256));
        return new JwtSecurityTokenHandler().WriteToken(token);
    }

    public static IEnumerable<Claim> User(Guid session, params string[] permissions) =>
    [
        new(TokenClaims.Subject, Guid.NewGuid().ToString()),
        new(TokenClaims.Email, "owner@shop.test"),
        new(TokenClaims.SessionId, session.ToString()),
        new(TokenClaims.Workspace, Guid.NewGuid().ToString()),
        .. permissions.Select(permission => new Claim(TokenClaims.Permissions, permission)),
    ];

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }

    private void Map()
    {
        // The outside address in the document cannot be reached from here, as in a real deployment.
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer = Issuer, jwks_uri = $"{Issuer}/.well-known/jwks.json" }));
        app.MapGet("/.well-known/jwks.json", () =>
        {
            var parameters = key.ExportParameters(false);
            return Results.Json(new
            {
                keys = new[]
                {
                    new
                    {
                        kty = "EC", use = "sig", alg = "ES256", kid = keyId, crv = "P-256",
                        x = Base64UrlEncoder.Encode(parameters.Q.X), y = Base64UrlEncoder.Encode(parameters.Q.Y),
                    },
                },
            });
        });
        app.MapPost("/connect/token", async (HttpRequest request) =>
        {
            Interlocked.Increment(ref tokenCalls);
            var form = await request.ReadFormAsync();
            return form["client_secret"] == "a-real-secret"
                ? Results.Json(new { access_token = InternalToken(), expires_in = 3600, token_type = "Bearer" })
                : Results.Unauthorized();
        });
    }
}
