using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace SocialSelling.Gateway.Tests;

/// <summary>Each test comes from addresses and for accounts of its own: the buckets are in Redis, and outlive a run.</summary>
public sealed class CredentialLimitTests(LimitedGatewayFixture fixture) : IClassFixture<LimitedGatewayFixture>
{
    private const string Login = "/api/v1/auth/login";
    private readonly GatewayHost gateway = fixture.Gateway;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Login, 5, 12)]
    [InlineData("/api/auth/register", 3, 20)]
    [InlineData("/api/v1/auth/password/forgot", 3, 1200)]
    public async Task Post_OneAddressManyAccounts_IsLimited(string path, int limit, int retryAfter)
    {
        var address = NewAddress();
        for (var left = limit - 1; left >= 0; left--)
        {
            using var passed = await PostAsync(path, address, Body(NewEmail()));
            Assert.Equal(HttpStatusCode.OK, passed.StatusCode);
            Assert.Equal((limit, left), (Number(passed, "X-RateLimit-Limit"), Number(passed, "X-RateLimit-Remaining")));
        }

        using var refused = await PostAsync(path, address, Body(NewEmail()));
        using var other = await PostAsync(path, NewAddress(), Body(NewEmail()));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("RATE_001", await GatewayHost.CodeAsync(refused));
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, retryAfter - 5, retryAfter);
        Assert.Equal(0, Number(refused, "X-RateLimit-Remaining"));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Theory]
    [InlineData("""{"email":"$","password":"x"}""")]
    [InlineData("""{"EMAIL":"$","password":"x"}""")]
    [InlineData("""{"email":"someone@else.org","x":{"email":[1]},"eMail":" $ "}""")]
    [InlineData("""{"em\u0061il":"$"}""")]
    [InlineData("\uFEFF{\"email\":\"$\"}")]
    public async Task Post_OneAccountManyAddresses_IsLimitedHoweverItIsWritten(string body)
    {
        var email = NewEmail();
        for (var i = 0; i < 5; i++)
        {
            using var failed = await PostAsync(Login + "?fail=1", NewAddress(), Body(email));
            Assert.Equal(HttpStatusCode.Unauthorized, failed.StatusCode);
        }

        using var refused = await PostAsync(Login + "?fail=1", NewAddress(), body.Replace("$", email.ToUpperInvariant(), StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    [Fact]
    public async Task Post_StrangersKeepTheAccountsBucketEmpty_OwnerStillGetsInFromWhereTheyWereBefore()
    {
        var (home, email) = (NewAddress(), NewEmail());
        using var first = await PostAsync(Login, home, Body(email));
        for (var i = 0; i < 5; i++)
        {
            using var stranger = await PostAsync(Login + "?fail=1", NewAddress(), Body(email));
        }

        using var attacker = await PostAsync(Login, NewAddress(), Body(email));
        using var owner = await PostAsync(Login, home, Body(email));

        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.OK), (attacker.StatusCode, owner.StatusCode));
    }

    [Fact]
    public async Task Post_TwoGateways_CountTogether()
    {
        await using var second = await GatewayHost.StartAsync(LimitedGatewayFixture.Limits);
        var (address, email) = (NewAddress(), NewEmail());
        for (var i = 0; i < 5; i++)
        {
            using var passed = await PostAsync(Login, address, Body(email), i % 2 == 0 ? gateway : second);
            Assert.Equal(HttpStatusCode.OK, passed.StatusCode);
        }

        using var refused = await PostAsync(Login, address, Body(email), second);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    [Fact]
    public async Task Post_RedisAway_EachGatewayCountsForItself()
    {
        await using var lonely = await GatewayHost.StartAsync(
            new(LimitedGatewayFixture.Limits) { ["Redis:Endpoint"] = "127.0.0.1:1", ["Redis:Timeout"] = "00:00:00.200" });
        var (address, email) = (NewAddress(), NewEmail());
        for (var i = 0; i < 5; i++)
        {
            using var passed = await PostAsync(Login, address, Body(email), lonely);
            Assert.Equal(HttpStatusCode.OK, passed.StatusCode);
        }

        using var refused = await PostAsync(Login, address, Body(email), lonely);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 12);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"email\":")]
    [InlineData("{\"email\":{\"a\":1}}")]
    [InlineData("{\"\\uD800\":1}")]
    public async Task Post_RubbishBody_ReachesTheServiceUnchanged(string body)
    {
        using var response = await PostAsync(Login, NewAddress(), body);

        Assert.Equal(Encoding.UTF8.GetByteCount(body), (await GatewayHost.JsonAsync(response)).GetProperty("bytes").GetInt32());
    }

    [Fact]
    public async Task Post_BodyOverSixteenKilobytes_413()
    {
        using var sized = await PostAsync(Login, NewAddress(), new string(' ', (16 * 1024) + 1));
        using var whole = await PostAsync(Login, NewAddress(), new string(' ', 16 * 1024));

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.OK), (sized.StatusCode, whole.StatusCode));
        Assert.Equal("REQUEST_002", await GatewayHost.CodeAsync(sized));
    }

    [Fact]
    public async Task Post_AnotherCharset_415()
    {
        using var content = new StringContent(Body(NewEmail()), Encoding.Unicode, "application/json");

        using var response = await SendAsync(Login, NewAddress(), content, gateway);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task Post_ResendOfOneUserFromManyAddresses_IsLimited()
    {
        var token = await GatewayHost.SignInAsync();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/auth/email/resend") { Headers = { { "X-Forwarded-For", NewAddress() }, { "Authorization", $"Bearer {token}" } } };
            using var response = await gateway.Client.SendAsync(request, Token);
            statuses.Add(response.StatusCode);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], statuses);
    }

    [Fact]
    public async Task Post_Refresh_HasItsOwnGenerousLimit()
    {
        var address = NewAddress();
        for (var i = 0; i < 20; i++)
        {
            using var passed = await PostAsync("/api/v1/auth/refresh", address, "{}");
            Assert.Equal((HttpStatusCode.OK, 60), (passed.StatusCode, Number(passed, "X-RateLimit-Limit")));
        }
    }

    private static string NewEmail() => $"{Guid.NewGuid():N}@example.org";

    private static string Body(string email) => $$"""{"email":"{{email}}","password":"Passw0rd-1234"}""";

    // From the documentation range of IPv6, a network each: the gateway believes the proxy on loopback.
    private static string NewAddress() =>
        string.Create(CultureInfo.InvariantCulture, $"2001:db8:{Random.Shared.Next(65536):x}:{Random.Shared.Next(65536):x}::1");

    private static int Number(HttpResponseMessage response, string header) =>
        int.Parse(response.Headers.GetValues(header).Single(), CultureInfo.InvariantCulture);

    private Task<HttpResponseMessage> PostAsync(string path, string address, string body, GatewayHost? host = null)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        return SendAsync(path, address, content, host ?? gateway);
    }

    private static Task<HttpResponseMessage> SendAsync(string path, string address, HttpContent content, GatewayHost host) => host.Client.SendAsync(
        new HttpRequestMessage(HttpMethod.Post, path) { Content = content, Headers = { { "X-Forwarded-For", address } } }, Token);
}
