using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.Testing;

namespace SocialSelling.Gateway.Tests;

public sealed class ApiKeyTests(ApiKeyFixture fixture) : IClassFixture<ApiKeyFixture>
{
    private const string Path = "/api/v1/posts";
    private readonly GatewayHost gateway = fixture.Gateway;
    private readonly KeyDesk desk = fixture.Desk;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Authorization", "Bearer ")]
    [InlineData("authorization", "bearer  ")]
    [InlineData("X-Api-Key", "")]
    [InlineData("Authorization", "")]
    public async Task Get_GoodKey_ServiceSeesATokenAndNeverTheKey(string header, string prefix)
    {
        var key = await desk.IssueAsync();

        var response = await SendAsync(Path, (header, prefix + key.Text));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var seen = await response.Content.ReadAsStringAsync(Token);
        Assert.Equal($"Bearer {key.Token}", JsonDocument.Parse(seen).RootElement.GetProperty("authorization").GetString());
        Assert.DoesNotContain(key.Text, seen, StringComparison.Ordinal);
        Assert.DoesNotContain("apiKeyHeader\":\"ssk", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connect_HubWithKeyInQuery_TalksAndTheQueryIsClean()
    {
        var key = await desk.IssueAsync();
        using var socket = new ClientWebSocket();
        var address = new UriBuilder(gateway.Client.BaseAddress!) { Scheme = "ws", Path = "/hubs/inbox", Query = $"id=7&ACCESS_token={key.Text}" }.Uri;
        await socket.ConnectAsync(address, Token);

        await socket.SendAsync(Encoding.UTF8.GetBytes("hello"), WebSocketMessageType.Text, true, Token);
        var buffer = new byte[64];
        var received = await socket.ReceiveAsync(buffer, Token);

        Assert.Equal("hello", Encoding.UTF8.GetString(buffer, 0, received.Count));
        Assert.Contains("?id=7", gateway["Messaging"].Queries);
    }

    [Fact]
    public async Task Get_ManyAtOnce_OneQuestion()
    {
        var key = await desk.IssueAsync();

        var responses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync(Path, ("X-Api-Key", key.Text))));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
        Assert.Equal(1, desk.QuestionsAbout(key.Text));
    }

    [Fact]
    public async Task Get_UnknownKey_401AndIdentityIsNotFlooded()
    {
        var unknown = ApiKeyText.Create().Key;

        var responses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync(Path, ("X-Api-Key", unknown))));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode));
        Assert.Equal("AUTH_005", await GatewayHost.CodeAsync(responses[0]));
        Assert.NotEmpty(responses[0].Headers.WwwAuthenticate);
        Assert.Equal(1, desk.QuestionsAbout(unknown));
    }

    [Theory]
    [InlineData("ssk_")]
    [InlineData("ssk_rubbish")]
    [InlineData("ssk_AAAAAAAAAAAA_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA00000000")]
    public async Task Get_KeyWithAWrongChecksum_401WithoutAQuestion(string key)
    {
        var response = await SendAsync(Path, ("X-Api-Key", key));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("AUTH_005", await GatewayHost.CodeAsync(response));
        Assert.Equal(0, desk.QuestionsAbout(key));
    }

    [Fact]
    public async Task Get_TwoCredentials_400()
    {
        var key = await desk.IssueAsync();

        var response = await SendAsync(Path, ("X-Api-Key", key.Text), ("Authorization", $"Bearer {await GatewayHost.SignInAsync()}"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("REQUEST_005", await GatewayHost.CodeAsync(response));
    }

    [Fact]
    public async Task Post_AnonymousRoute_KeyIsTakenAwayAndNotExchanged()
    {
        var key = await desk.IssueAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/auth/login") { Headers = { { "Authorization", $"Bearer {key.Text}" }, { "X-Api-Key", key.Text } } };

        using var response = await gateway.Client.SendAsync(request, Token);

        Assert.DoesNotContain(key.Text, await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(0, desk.QuestionsAbout(key.Text));
    }

    [Fact]
    public async Task Get_RevokedKey_RefusedWithinAMoment()
    {
        var key = await desk.IssueAsync();
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(Path, ("X-Api-Key", key.Text))).StatusCode);

        await desk.RevokeAsync(key);

        await Eventually.That(
            async () => (await SendAsync(Path, ("X-Api-Key", key.Text))).StatusCode == HttpStatusCode.Unauthorized,
            SessionGuard.FreshFor + TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Get_RedisLostTheMark_OneExchangeRestoresIt()
    {
        var key = await desk.IssueAsync();
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(Path, ("X-Api-Key", key.Text))).StatusCode);
        var questions = desk.QuestionsAbout(key.Text);

        await GatewayHost.SignOutAsync(key.Id);

        await Eventually.That(
            async () =>
            {
                Assert.Equal(HttpStatusCode.OK, (await SendAsync(Path, ("X-Api-Key", key.Text))).StatusCode);
                return desk.QuestionsAbout(key.Text) == questions + 1;
            },
            SessionGuard.FreshFor + TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Get_IdentityAway_503()
    {
        var key = await desk.IssueAsync();
        desk.Refuse(key.Text, StatusCodes.Status500InternalServerError);

        var response = await SendAsync(Path, ("X-Api-Key", key.Text));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
    }

    private Task<HttpResponseMessage> SendAsync(string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return gateway.Client.SendAsync(request, Token);
    }
}
