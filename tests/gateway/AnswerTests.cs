using System.Net;

namespace SocialSelling.Gateway.Tests;

public sealed class AnswerTests(StrictGatewayFixture fixture) : IClassFixture<StrictGatewayFixture>, IAsyncLifetime
{
    private readonly GatewayHost gateway = fixture.Gateway;
    private string token = null!;

    public async ValueTask InitializeAsync() => token = await GatewayHost.SignInAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Get_ServiceSilent_504()
    {
        var response = await gateway.GetAsync("/api/v1/posts?hang=1", token);

        Assert.Equal(HttpStatusCode.GatewayTimeout, response.StatusCode);
        Assert.Equal("GATEWAY_003", await GatewayHost.CodeAsync(response));
    }

    [Fact]
    public async Task Get_ServiceAway_502AndDegraded()
    {
        await gateway["Analytics"].DisposeAsync();

        var response = await gateway.GetAsync("/api/v1/analytics/summary", token);

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Equal("GATEWAY_001", await GatewayHost.CodeAsync(response));
        var health = await gateway.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Equal("degraded", (await GatewayHost.JsonAsync(health)).GetProperty("status").GetString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_WebhookOverFourMegabytes_413(bool chunked)
    {
        using var content = Body(4 * 1024 * 1024 + 1, chunked);

        var response = await gateway.SendAsync(HttpMethod.Post, "/api/v1/webhooks/instagram", content: content);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("REQUEST_002", await GatewayHost.CodeAsync(response));
    }

    [Fact]
    public async Task Post_WebhookOfFourMegabytes_Passes()
    {
        using var content = Body(4 * 1024 * 1024, chunked: false);

        var response = await gateway.SendAsync(HttpMethod.Post, "/api/v1/webhooks/instagram", content: content);

        Assert.Equal(4 * 1024 * 1024, (await GatewayHost.JsonAsync(response)).GetProperty("bytes").GetInt64());
    }

    [Fact]
    public async Task Post_MediaOfTwentyMegabytes_Passes()
    {
        using var content = Body(20 * 1024 * 1024, chunked: true);

        var response = await gateway.SendAsync(HttpMethod.Post, "/api/v1/media", token, content);

        Assert.Equal(20 * 1024 * 1024, (await GatewayHost.JsonAsync(response)).GetProperty("bytes").GetInt64());
    }

    [Fact]
    public async Task Get_OverTheLimit_429ForThisUserOnly()
    {
        var remaining = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            var passed = await gateway.GetAsync("/api/v1/posts", token);
            Assert.Equal("3", passed.Headers.GetValues("X-RateLimit-Limit").Single());
            remaining.Add(passed.Headers.GetValues("X-RateLimit-Remaining").Single());
        }

        var refused = await gateway.GetAsync("/api/v1/posts", token);

        Assert.Equal(["2", "1", "0"], remaining);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("RATE_001", await GatewayHost.CodeAsync(refused));
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 1200);
        Assert.InRange(int.Parse(refused.Headers.GetValues("X-RateLimit-Reset").Single(), System.Globalization.CultureInfo.InvariantCulture), 3000, 3600);
        Assert.Equal(HttpStatusCode.OK, (await gateway.GetAsync("/api/v1/posts", await GatewayHost.SignInAsync())).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await gateway.SendAsync(HttpMethod.Post, "/api/v1/webhooks/instagram")).StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/posts")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/.well-known/jwks.json")]
    public async Task Get_AnyAnswer_CarriesTheHeaders(string path)
    {
        var response = await gateway.GetAsync(path, path.Contains("posts", StringComparison.Ordinal) ? token : null);

        Assert.All(
            (string[])["X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "X-Content-Type-Options", "X-Frame-Options", "Content-Security-Policy", "Referrer-Policy"],
            header => Assert.Single(response.Headers.GetValues(header)));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Get_RequestId_OneAndTheSameEverywhere()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/.well-known/jwks.json") { Headers = { { "X-Request-ID", "mine-1" } } };

        var response = await gateway.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("mine-1", response.Headers.GetValues("X-Request-ID").Single());
        Assert.Equal("mine-1", (await GatewayHost.JsonAsync(response)).GetProperty("requestId").GetString());
    }

    [Theory]
    [InlineData("https://app.test", true)]
    [InlineData("https://evil.test", false)]
    public async Task Options_Preflight_OnlyConfiguredOrigins(string origin, bool allowed)
    {
        var path = $"/api/v1/posts/{Guid.NewGuid()}";
        using var request = new HttpRequestMessage(HttpMethod.Options, path)
        {
            Headers = { { "Origin", origin }, { "Access-Control-Request-Method", "POST" }, { "Access-Control-Request-Headers", "authorization,idempotency-key" } },
        };

        var response = await gateway.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(allowed, response.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.DoesNotContain(path, gateway["Publisher"].Paths);
    }

    private static HttpContent Body(int size, bool chunked)
    {
        var content = new ByteArrayContent(new byte[size]);
        return chunked ? new StreamContent(new UnsizedStream(new byte[size])) : content;
    }

    private sealed class UnsizedStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
