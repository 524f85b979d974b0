using Microsoft.Extensions.DependencyInjection;

namespace SocialSelling.ServiceDefaults.Resilience;

/// <summary>Puts the house's resilience before an HTTP client.</summary>
public static class ResilienceExtensions
{
    /// <summary>
    /// A time-out over all attempts, retries with jitter that honour <c>Retry-After</c>, a circuit breaker and a time-out an attempt. Only
    /// GET, HEAD, PUT, DELETE and requests marked by <see cref="RetryRequestExtensions.AllowRetry"/> are repeated.
    /// </summary>
    /// <param name="builder">The client; handlers added after this one run inside each attempt.</param>
    /// <param name="configure">Changes the defaults.</param>
    public static IHttpClientBuilder AddResilience(this IHttpClientBuilder builder, Action<ResilienceOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = new ResilienceOptions();
        configure?.Invoke(options);

        // The client factory renews handlers every two minutes; the state of the circuit must outlive them.
        builder.Services.AddKeyedSingleton(
            builder.Name, (provider, _) => HttpPipeline.Build(options, provider.GetService<TimeProvider>() ?? TimeProvider.System));
        return builder
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .AddHttpMessageHandler(provider => new ResilienceHandler(
                provider.GetRequiredKeyedService<Polly.ResiliencePipeline<HttpResponseMessage>>(builder.Name)));
    }
}
