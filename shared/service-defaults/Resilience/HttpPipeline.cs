using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace SocialSelling.ServiceDefaults.Resilience;

/// <summary>Builds the pipeline of one client, from the outside in: total time-out, retry, circuit breaker, time-out of the attempt.</summary>
internal static class HttpPipeline
{
    public static readonly ResiliencePropertyKey<HttpRequestMessage> Request = new("request");

    public static ResiliencePipeline<HttpResponseMessage> Build(ResilienceOptions options, TimeProvider clock)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock };
        builder.AddTimeout(options.TotalTimeout);
        if (options.Retries > 0)
        {
            builder.AddRetry(Retry(options, clock));
        }

        return builder.AddCircuitBreaker(Breaker(options)).AddTimeout(options.AttemptTimeout).Build();
    }

    private static RetryStrategyOptions<HttpResponseMessage> Retry(ResilienceOptions options, TimeProvider clock) => new()
    {
        MaxRetryAttempts = options.Retries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = options.Delay,
        MaxDelay = options.MaxDelay,
        ShouldHandle = arguments => ValueTask.FromResult(
            arguments.Context.Properties.GetValue(Request, null!).MayRetry()
            && IsTransient(arguments.Outcome)
            && (RetryAfter(arguments.Outcome.Result, clock) is not { } wait || wait <= options.MaxDelay)),
        DelayGenerator = arguments => ValueTask.FromResult(RetryAfter(arguments.Outcome.Result, clock)),
        OnRetry = static arguments =>
        {
            arguments.Outcome.Result?.Dispose();
            return default;
        },
    };

    private static CircuitBreakerStrategyOptions<HttpResponseMessage> Breaker(ResilienceOptions options) => new()
    {
        FailureRatio = 0.5,
        MinimumThroughput = 10,
        SamplingDuration = TimeSpan.FromSeconds(10),
        BreakDuration = options.BreakDuration,
        ShouldHandle = static arguments => ValueTask.FromResult(
            arguments.Outcome is { Exception: HttpRequestException or TimeoutRejectedException } or { Result.StatusCode: >= HttpStatusCode.InternalServerError }),
    };

    private static bool IsTransient(Outcome<HttpResponseMessage> outcome) => outcome is
        { Exception: HttpRequestException or TimeoutRejectedException }
        or { Result.StatusCode: >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests };

    private static TimeSpan? RetryAfter(HttpResponseMessage? response, TimeProvider clock)
    {
        var header = response?.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date - clock.GetUtcNow());
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
