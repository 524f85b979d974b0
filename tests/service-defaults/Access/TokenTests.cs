using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Tests.Support;

namespace SocialSelling.ServiceDefaults.Tests.Access;

public sealed class TokenTests : IAsyncLifetime
{
    private FakeIdentity identity = null!;
    private TestHost host = null!;

    public async ValueTask InitializeAsync()
    {
        identity = await FakeIdentity.StartAsync();
        host = await TestHost.StartAsync(identity.Address, app =>
        {
            app.MapGet("/me", (CurrentUser user, CurrentWorkspace workspace) => Results.Json(new { user.Id, user.Email, user.SessionId, workspace = workspace.Id }))
                .RequireAuthorization();
            app.MapGet("/posts", () => "posts").RequirePermission("posts.read");
            app.MapGet("/internal/thing", () => "thing").RequireInternalClient();
            app.MapGet("/hubs/inbox", () => "hub").RequireAuthorization();
        });
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await identity.DisposeAsync();
    }

    [Fact]
    public async Task Get_ValidToken_ReadsClaimsAsTheyStand()
    {
        var session = Guid.NewGuid();
        var token = identity.UserToken(session);

        var first = await (await host.Client.GetAsync("/me", token)).JsonAsync();
        var second = await (await host.Client.GetAsync("/me", token)).JsonAsync();

        Assert.Equal(session, first.GetProperty("sessionId").GetGuid());
        Assert.Equal("owner@shop.test", first.GetProperty("email").GetString());
        Assert.Equal(first.GetProperty("workspace").GetGuid(), second.GetProperty("workspace").GetGuid());
    }

    [Fact]
    public async Task Get_NoToken_401WithChallenge()
    {
        var response = await host.Client.GetAsync("/me", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        Assert.Equal("AUTH_005", await response.CodeAsync());
    }

    [Fact]
    public async Task Get_ExpiredToken_Auth004()
    {
        var token = identity.Token(FakeIdentity.User(Guid.NewGuid()), DateTime.UtcNow.AddSeconds(-1));

        var response = await host.Client.GetAsync("/me", token);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("AUTH_004", await response.CodeAsync());
        Assert.Contains("invalid_token", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_TokenExpiresAfterItWasRemembered_Auth004()
    {
        var token = identity.Token(FakeIdentity.User(Guid.NewGuid()), DateTime.UtcNow.AddSeconds(2));
        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync("/me", token)).StatusCode);

        HttpResponseMessage response;
        do
        {
            response = await host.Client.GetAsync("/me", token);
        }
        while (response.IsSuccessStatusCode);

        Assert.Equal("AUTH_004", await response.CodeAsync());
    }

    [Fact]
    public async Task Get_TokenOfAnotherKey_Auth005()
    {
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var credentials = new SigningCredentials(new ECDsaSecurityKey(stranger)
        {
            KeyId = identity.SigningKey.KeyId,
            CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
        }, SecurityAlgorithms.EcdsaSha256);

        await AssertRefusedAsync(identity.Token(FakeIdentity.User(Guid.NewGuid()), credentials: credentials));
    }

    [Fact]
    public async Task Get_SymmetricAlgorithm_Auth005()
    {
        var credentials = new SigningCredentials(new SymmetricSecurityKey(new byte[64]) { KeyId = identity.SigningKey.KeyId }, SecurityAlgorithms.HmacSha256);

        await AssertRefusedAsync(identity.Token(FakeIdentity.User(Guid.NewGuid()), credentials: credentials));
    }

    [Fact]
    public async Task Get_AlgorithmNone_Auth005()
    {
        var parts = identity.UserToken().Split('.');

        await AssertRefusedAsync($"{Base64UrlEncoder.Encode("{\"alg\":\"none\",\"typ\":\"JWT\"}")}.{parts[1]}.");
    }

    [Fact]
    public async Task Get_OtherAudienceOrIssuer_Auth005()
    {
        await AssertRefusedAsync(identity.Token(FakeIdentity.User(Guid.NewGuid()), audience: "another"));
        await AssertRefusedAsync(identity.Token(FakeIdentity.User(Guid.NewGuid()), issuer: "http://elsewhere.test"));
    }

    [Fact]
    public async Task Get_PayloadTamperedWith_Auth005()
    {
        var parts = identity.UserToken().Split('.');
        var payload = Base64UrlEncoder.Decode(parts[1]).Replace("owner@shop.test", "admin@shop.test", StringComparison.Ordinal);

        await AssertRefusedAsync($"{parts[0]}.{Base64UrlEncoder.Encode(payload)}.{parts[2]}");
    }

    [Theory]
    [InlineData("rubbish")]
    [InlineData("a.b.c")]
    [InlineData("e30.e30.e30")]
    public Task Get_NoJwt_Auth005(string token) => AssertRefusedAsync(token);

    [Fact]
    public async Task Get_WithoutPermission_403User002()
    {
        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync("/posts", identity.UserToken("posts.read"))).StatusCode);

        var response = await host.Client.GetAsync("/posts", identity.UserToken("posts.manage"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("USER_002", await response.CodeAsync());
    }

    [Fact]
    public async Task Get_UserAndClientTokens_KeepToTheirOwnSide()
    {
        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync("/internal/thing", identity.InternalToken())).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Client.GetAsync("/internal/thing", identity.UserToken("internal"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Client.GetAsync("/posts", identity.InternalToken())).StatusCode);
    }

    [Fact]
    public async Task Get_TokenInQuery_OnlyForHubs()
    {
        var token = identity.UserToken();

        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync($"/hubs/inbox?access_token={token}", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Client.GetAsync($"/me?access_token={token}", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Get_IdentityAway_503()
    {
        await using var lonely = await TestHost.StartAsync(new Uri("http://127.0.0.1:1"), app => app.MapGet("/me", () => "me").RequireAuthorization());

        var response = await lonely.Client.GetAsync("/me", identity.UserToken());

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
    }

    private async Task AssertRefusedAsync(string token)
    {
        var response = await host.Client.GetAsync("/me", token);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("AUTH_005", await response.CodeAsync());
    }
}
