using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SocialSelling.ServiceDefaults.Tests.Support;

namespace SocialSelling.ServiceDefaults.Tests.Hosting;

public sealed class ForwardedAddressTests : IAsyncLifetime
{
    private TestHost host = null!;

    public async ValueTask InitializeAsync() => host = await TestHost.StartAsync(
        new Uri("http://127.0.0.1:1"), app => app.MapGet("/address", (HttpContext context) => context.Connection.RemoteIpAddress?.ToString()));

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData("203.0.113.9", "203.0.113.9")]
    [InlineData("1.2.3.4, 203.0.113.9", "203.0.113.9")]
    [InlineData("2001:db8::7", "2001:db8::7")]
    [InlineData("rubbish", "127.0.0.1")]
    [InlineData(null, "127.0.0.1")]
    public async Task Address_FromTheGateway_IsTheLastThatItHasSeen(string? forwarded, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/address");
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", forwarded);

        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
