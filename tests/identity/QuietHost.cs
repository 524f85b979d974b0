using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SocialSelling.Identity.Tests;

/// <summary>
/// A second host beside the shared one. It shares the broker, and mostly the database, and would take the other's messages, events and jobs, to
/// fail with them under its own settings: so it answers requests and works at nothing but what is named.
/// </summary>
internal static class QuietHost
{
    private const string WebServer = "GenericWebHostService";

    public static IWebHostBuilder WithoutWorkers(this IWebHostBuilder builder, params string[] except) => builder.ConfigureServices(services =>
    {
        foreach (var worker in services.Where(service => service.ServiceType == typeof(IHostedService) && !IsKept(service.ImplementationType, except)).ToList())
        {
            services.Remove(worker);
        }
    });

    private static bool IsKept(Type? worker, string[] except) => worker is not null && (worker.Name == WebServer || except.Contains(worker.Name));
}
