using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SocialSelling.Gateway.Health;

/// <summary>Whether a service answers. One that does not only degrades the gateway: the others can still be reached.</summary>
internal sealed class DestinationHealth(HttpMessageInvoker client, Uri address) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, "/health/live"));
        try
        {
            using var response = await client.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded();
        }
        catch (HttpRequestException error)
        {
            return HealthCheckResult.Degraded(exception: error);
        }
    }
}
