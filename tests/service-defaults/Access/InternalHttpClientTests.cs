using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Tests.Support;

namespace SocialSelling.ServiceDefaults.Tests.Access;

public sealed class InternalHttpClientTests : IAsyncLifetime
{
    private FakeIdentity identity = null!;
    private TestHost callee = null!;

    public async ValueTask InitializeAsync()
    {
        identity = await FakeIdentity.StartAsync();
        callee = await TestHost.StartAsync(identity.Address, app => app
            .MapGet("/internal/echo", (HttpRequest request) => request.Headers["X-Request-ID"].ToString())
            .RequireInternalClient());
    }

    public async ValueTask DisposeAsync()
    {
        await callee.DisposeAsync();
        await identity.DisposeAsync();
    }

    [Fact]
    public async Task Call_ManyAtOnce_OneTokenAndTheCallersRequestId()
    {
        await using var caller = await CallerAsync("a-real-secret");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async number =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/call") { Headers = { { "X-Request-ID", $"call-{number}" } } };
            var response = await caller.Client.SendAsync(request, TestContext.Current.CancellationToken);
            return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }));

        Assert.Equal(Enumerable.Range(0, 20).Select(number => $"call-{number}"), answers);
        Assert.Equal(1, identity.TokenCalls);
    }

    [Fact]
    public async Task Start_PlaceholderSecret_StopsTheHost()
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => CallerAsync("change-me-please"));

        Assert.Contains("ClientSecret", error.Message, StringComparison.Ordinal);
    }

    private Task<TestHost> CallerAsync(string secret) => TestHost.StartAsync(
        identity.Address,
        app => app.MapGet("/call", (EchoClient echo, CancellationToken ct) => echo.CallAsync(ct)),
        builder => builder.Services.AddInternalHttpClient<EchoClient>("Callee"),
        new Dictionary<string, string?>
        {
            ["Auth:ClientId"] = "messaging",
            ["Auth:ClientSecret"] = secret,
            ["Services:Callee"] = callee.Client.BaseAddress!.AbsoluteUri,
        });

    internal sealed class EchoClient(HttpClient client)
    {
        public Task<string> CallAsync(CancellationToken ct) => client.GetStringAsync("/internal/echo", ct);
    }
}
