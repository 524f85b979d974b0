using System.Net;
using System.Net.WebSockets;
using System.Text;

namespace SocialSelling.Gateway.Tests;

public sealed class RoutingTests(GatewayFixture fixture) : IClassFixture<GatewayFixture>, IAsyncLifetime
{
    private readonly GatewayHost gateway = fixture.Gateway;
    private string token = null!;

    public async ValueTask InitializeAsync() => token = await GatewayHost.SignInAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("/api/v1/auth/me", "Identity", "/api/v1/auth/me")]
    [InlineData("/api/auth/me", "Identity", "/api/v1/auth/me")]
    [InlineData("/api/v1/workspaces", "Identity", "/api/v1/workspaces")]
    [InlineData("/api/users/me", "Identity", "/api/v1/users/me")]
    [InlineData("/api/v1/users/me/avatar", "Identity", "/api/v1/users/me/avatar")]
    [InlineData("/api/v1/sessions", "Identity", "/api/v1/sessions")]
    [InlineData("/api/v1/accounts", "Accounts", "/api/v1/accounts")]
    [InlineData("/api/accounts/7", "Accounts", "/api/v1/accounts/7")]
    [InlineData("/api/v1/conversations/7/messages", "Messaging", "/api/v1/conversations/7/messages")]
    [InlineData("/api/v1/messages/7", "Messaging", "/api/v1/messages/7")]
    [InlineData("/api/v1/contacts", "Messaging", "/api/v1/contacts")]
    [InlineData("/api/v1/media/7", "Publisher", "/api/v1/media/7")]
    [InlineData("/api/v1/posts", "Publisher", "/api/v1/posts")]
    [InlineData("/api/v1/analytics/summary", "Analytics", "/api/v1/analytics/summary")]
    public async Task Get_KnownPrefix_ReachesItsService(string path, string service, string arrives)
    {
        var answer = await GatewayHost.JsonAsync(await gateway.GetAsync(path, token));

        Assert.Equal(service, answer.GetProperty("service").GetString());
        Assert.Equal(arrives, answer.GetProperty("path").GetString());
        Assert.Equal($"Bearer {token}", answer.GetProperty("authorization").GetString());
    }

    [Theory]
    [InlineData("POST", "/api/v1/auth/login", "Identity")]
    [InlineData("POST", "/api/auth/register", "Identity")]
    [InlineData("POST", "/api/v1/auth/refresh", "Identity")]
    [InlineData("POST", "/api/auth/logout", "Identity")]
    [InlineData("GET", "/objects/identity/avatars/picture.jpg?signature=x", "Identity")]
    [InlineData("GET", "/.well-known/openid-configuration", "Identity")]
    [InlineData("POST", "/connect/token", "Identity")]
    [InlineData("GET", "/api/v1/accounts/instagram/callback?code=a&state=b", "Accounts")]
    [InlineData("POST", "/api/v1/webhooks/instagram", "Instagram")]
    [InlineData("GET", "/api/webhooks/instagram?hub.mode=subscribe", "Instagram")]
    [InlineData("GET", "/objects/workspace/picture.jpg?signature=x", "Publisher")]
    public async Task Send_AnonymousRoute_NeedsNoToken(string method, string path, string service)
    {
        var response = await gateway.SendAsync(new HttpMethod(method), path);

        Assert.Equal(service, (await GatewayHost.JsonAsync(response)).GetProperty("service").GetString());
    }

    [Theory]
    [InlineData("/internal/accounts/7/token")]
    [InlineData("/api/v1/internal/accounts/7/token")]
    [InlineData("/api/v1/accounts/../../../internal/accounts/7/token")]
    [InlineData("/api/v1/accounts/%2e%2e/%2e%2e/%2e%2e/internal/accounts/7/token")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/openapi/v1.json")]
    public async Task Get_WhatIsNotListed_404AndNoServiceSeesIt(string path)
    {
        var response = await RawAsync(path);

        Assert.StartsWith("HTTP/1.1 404", response, StringComparison.Ordinal);
        Assert.Contains("application/problem+json", response, StringComparison.Ordinal);
        Assert.DoesNotContain(GatewayHost.ServiceNames, service => gateway[service].Paths.Any(seen => seen.StartsWith("/internal", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Get_EscapedSlash_StaysBelowItsPrefix()
    {
        await RawAsync("/api/v1/accounts/..%2f..%2f..%2finternal/accounts/7/token");

        Assert.All(gateway["Accounts"].Paths.Where(path => path != "/health/live"), path => Assert.StartsWith("/api/v1/accounts", path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Connect_WebSocketWithTokenInQuery_TalksToTheHub()
    {
        using var socket = new ClientWebSocket();
        var address = new UriBuilder(gateway.Client.BaseAddress!) { Scheme = "ws", Path = "/hubs/inbox", Query = $"access_token={token}" }.Uri;
        await socket.ConnectAsync(address, TestContext.Current.CancellationToken);

        await socket.SendAsync(Encoding.UTF8.GetBytes("hello"), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        var buffer = new byte[64];
        var received = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);

        Assert.Equal("hello", Encoding.UTF8.GetString(buffer, 0, received.Count));
    }

    [Fact]
    public async Task Get_DocsAndHealth_AreOpen()
    {
        Assert.Contains("swagger-ui", await (await gateway.GetAsync("/docs/index.html")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var document = await GatewayHost.JsonAsync(await gateway.GetAsync("/docs/openapi.json"));
        Assert.StartsWith("3.", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var health = await GatewayHost.JsonAsync(await gateway.GetAsync("/health/ready"));
        Assert.Equal("healthy", health.GetProperty("status").GetString());
        Assert.Contains(health.GetProperty("checks").EnumerateArray(), check => check.GetProperty("name").GetString() == "messaging");
        Assert.Equal(HttpStatusCode.OK, (await gateway.GetAsync("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await gateway.GetAsync("/metrics")).StatusCode);
    }

    /// <summary>As written: an HTTP client would tidy the path up before sending it.</summary>
    private async Task<string> RawAsync(string path)
    {
        var ct = TestContext.Current.CancellationToken;
        using var socket = new System.Net.Sockets.TcpClient();
        await socket.ConnectAsync(gateway.Client.BaseAddress!.Host, gateway.Client.BaseAddress.Port, ct);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer {token}\r\nConnection: close\r\n\r\n"), ct);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(ct);
    }
}
