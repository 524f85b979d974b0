using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace SocialSelling.E2E.Tests;

/// <summary>What Meta is told when something is wrong with a webhook or with us.</summary>
public sealed class WebhookFaultTests(StackFixture stack)
{
    private const string Path = "/api/v1/webhooks/instagram";
    private const string Body = """{"object":"instagram","entry":[]}""";

    [Fact]
    public async Task Webhook_PostgresDown_RefusedQuicklyAndNeverAcknowledged()
    {
        stack.Kill("postgres");
        var watch = Stopwatch.StartNew();
        var status = await PostAsync(Body, Sign(Body));
        var took = watch.Elapsed;
        await stack.UpAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.True(took < TimeSpan.FromSeconds(5), $"Meta waits 5 s at most; the answer took {took}.");
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Body, Sign(Body)));
    }

    [Theory]
    [InlineData("sha256=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("rubbish")]
    [InlineData(null)]
    public async Task Webhook_WrongSignature_Unauthorized(string? signature) =>
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(Body, signature));

    [Fact]
    public async Task Webhook_TooLarge_PayloadTooLarge()
    {
        var body = new string(' ', (4 * 1024 * 1024) + 1);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(body, Sign(body)));
    }

    [Fact]
    public async Task Webhook_SignedButUnreadable_Acknowledged() =>
        Assert.Equal(HttpStatusCode.OK, await PostAsync("{not json", Sign("{not json")));

    private string Sign(string body) => "sha256=" + Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(stack.Secret("meta-app-secret")), Encoding.UTF8.GetBytes(body)));

    private async Task<HttpStatusCode> PostAsync(string body, string? signature)
    {
        using var http = new HttpClient { BaseAddress = stack.Addresses.Gateway };
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        // A refusal by length comes before the body is read, and closes the connection: sending on would break it.
        request.Headers.ExpectContinue = true;
        if (signature is not null)
        {
            request.Headers.Add("X-Hub-Signature-256", signature);
        }

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
