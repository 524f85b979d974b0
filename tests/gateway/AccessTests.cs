using System.Net;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.Testing;

namespace SocialSelling.Gateway.Tests;

public sealed class AccessTests(GatewayFixture fixture) : IClassFixture<GatewayFixture>
{
    private const string Path = "/api/v1/auth/me";
    private readonly GatewayHost gateway = fixture.Gateway;

    [Fact]
    public async Task Get_NoToken_401() => await AssertAsync(null, HttpStatusCode.Unauthorized, "AUTH_005");

    [Fact]
    public async Task Get_ExpiredToken_Auth004() => await AssertAsync(
        TestTokens.Create(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), TimeSpan.FromMinutes(-1)), HttpStatusCode.Unauthorized, "AUTH_004");

    [Fact]
    public async Task Get_SessionUnknownToRedis_Auth005() => await AssertAsync(
        TestTokens.Create(Guid.NewGuid(), Guid.NewGuid()), HttpStatusCode.Unauthorized, "AUTH_005");

    [Fact]
    public async Task Get_TokenOfAService_Auth005() => await AssertAsync(TestTokens.CreateInternal(), HttpStatusCode.Unauthorized, "AUTH_005");

    [Fact]
    public async Task Get_AfterLogout_RefusedWithinAMoment()
    {
        var session = Guid.NewGuid();
        var token = await GatewayHost.SignInAsync(session);
        Assert.Equal(HttpStatusCode.OK, (await gateway.GetAsync(Path, token)).StatusCode);

        await GatewayHost.SignOutAsync(session);

        await Eventually.That(
            async () => (await gateway.GetAsync(Path, token)).StatusCode == HttpStatusCode.Unauthorized, SessionGuard.FreshFor + TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Get_RedisAway_UnknownSession503()
    {
        await using var lonely = await GatewayHost.StartAsync(new() { ["Redis:Endpoint"] = "127.0.0.1:1", ["Redis:Timeout"] = "00:00:00.200" });

        var response = await lonely.GetAsync(Path, TestTokens.Create(Guid.NewGuid(), Guid.NewGuid()));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await lonely.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await lonely.GetAsync("/health/live")).StatusCode);
    }

    private async Task AssertAsync(string? token, HttpStatusCode status, string code)
    {
        var path = $"/api/v1/auth/{Guid.NewGuid()}";

        var response = await gateway.GetAsync(path, token);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(code, await GatewayHost.CodeAsync(response));
        Assert.NotEmpty(response.Headers.WwwAuthenticate);
        Assert.DoesNotContain(path, gateway["Identity"].Paths);
    }
}
