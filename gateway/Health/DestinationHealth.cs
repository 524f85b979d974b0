using Microsoft.Extensions.Diagnostics.HealthChecks;
using SocialSelling.Gateway.Routing;

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

internal static class DestinationHealthExtensions
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    public static void AddDestinationHealth(this IServiceCollection services)
    {
        var client = new HttpMessageInvoker(new SocketsHttpHandler { ConnectTimeout = Timeout });
        var checks = services.AddHealthChecks();
        foreach (var service in RouteTable.Services)
        {
            checks.Add(new HealthCheckRegistration(
                service.ToLowerInvariant(),
                provider => new DestinationHealth(client, new Uri(provider.GetRequiredService<IConfiguration>()[$"Services:{service}"]!)),
                HealthStatus.Degraded,
                tags: null,
                Timeout));
        }
    }
}
