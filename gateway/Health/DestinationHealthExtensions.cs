using Microsoft.Extensions.Diagnostics.HealthChecks;
using SocialSelling.Gateway.Routing;

namespace SocialSelling.Gateway.Health;

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
