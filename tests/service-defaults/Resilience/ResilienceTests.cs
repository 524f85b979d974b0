using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Polly.CircuitBreaker;
using Polly.Timeout;
using SocialSelling.ServiceDefaults.Resilience;

namespace SocialSelling.ServiceDefaults.Tests.Resilience;

public sealed class ResilienceTests
{
    private int attempts;

    [Theory]
    [InlineData("GET", 3)]
    [InlineData("HEAD", 3)]
    [InlineData("PUT", 3)]
    [InlineData("DELETE", 3)]
    [InlineData("POST", 1)]
    [InlineData("PATCH", 1)]
    public async Task Send_TransientFailure_RepeatsOnlyWhatIsSafe(string method, int expected)
    {
        var response = await SendAsync(new HttpRequestMessage(new HttpMethod(method), "/"), _ => new(HttpStatusCode.ServiceUnavailable));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(expected, attempts);
    }

    [Fact]
    public async Task Post_MarkedAsRepeatable_IsRepeatedUntilItWorks()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent("body") };

        var response = await SendAsync(request.AllowRetry(), attempt => new(attempt < 3 ? HttpStatusCode.BadGateway : HttpStatusCode.OK));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(3, attempts);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task Get_OurOwnMistake_IsNotRepeated(HttpStatusCode status)
    {
        await SendAsync(new HttpRequestMessage(HttpMethod.Get, "/"), _ => new(status));

        Assert.Equal(1, attempts);
    }

    [Fact]
    public async Task Get_RetryAfterTooLong_IsNotWaitedFor()
    {
        var response = await SendAsync(new HttpRequestMessage(HttpMethod.Get, "/"), _ => new(HttpStatusCode.TooManyRequests)
        {
            Headers = { RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromMinutes(5)) },
        });

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(1, attempts);
    }

    [Fact]
    public async Task Get_RetryAfterShort_IsHonoured()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var response = await SendAsync(new HttpRequestMessage(HttpMethod.Get, "/"), attempt => attempt > 1 ? new(HttpStatusCode.OK) : new(HttpStatusCode.TooManyRequests)
        {
            Headers = { RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(1)) },
        });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Post_SilentServer_TimesOutOnce()
    {
        await Assert.ThrowsAsync<TimeoutRejectedException>(() => SendAsync(new HttpRequestMessage(HttpMethod.Post, "/"), _ => null));

        Assert.Equal(1, attempts);
    }

    [Fact]
    public async Task Get_ManyFailures_OpensTheCircuit()
    {
        using var services = Services(_ => new(HttpStatusCode.InternalServerError));
        var client = services.GetRequiredService<IHttpClientFactory>().CreateClient("test");

        await Assert.ThrowsAsync<BrokenCircuitException>(async () =>
        {
            for (var call = 0; call < 20; call++)
            {
                using var response = await client.PostAsync("/", null, TestContext.Current.CancellationToken);
            }
        });

        Assert.InRange(attempts, 10, 19);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, Func<int, HttpResponseMessage?> answer)
    {
        await using var services = Services(answer);
        return await services.GetRequiredService<IHttpClientFactory>().CreateClient("test").SendAsync(request, TestContext.Current.CancellationToken);
    }

    private ServiceProvider Services(Func<int, HttpResponseMessage?> answer)
    {
        var services = new ServiceCollection();
        services.AddHttpClient("test", client => client.BaseAddress = new Uri("http://service.test"))
            .AddResilience(options =>
            {
                options.Retries = 2;
                options.Delay = TimeSpan.FromMilliseconds(10);
                options.AttemptTimeout = TimeSpan.FromMilliseconds(300);
            })
            .ConfigurePrimaryHttpMessageHandler(() => new Answering(() => answer(Interlocked.Increment(ref attempts))));
        return services.BuildServiceProvider();
    }

    private sealed class Answering(Func<HttpResponseMessage?> answer) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (answer() is { } response)
            {
                return response;
            }

            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException();
        }
    }
}
