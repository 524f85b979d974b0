using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace SocialSelling.ServiceDefaults.Health;

internal static class HealthExtensions
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(3);

    public static void AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<DrainState>();
        services.AddSingleton<IHostedService, DrainOnStop>();
        services.AddOptions<DrainOptions>().BindConfiguration("Hosting");
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(25));
        services.AddHealthChecks().AddCheck<RedisHealthCheck>("redis").AddCheck<DrainHealthCheck>("accepting");
        services.PostConfigure<HealthCheckServiceOptions>(options =>
        {
            foreach (var check in options.Registrations.Where(check => check.Timeout == Timeout.InfiniteTimeSpan))
            {
                check.Timeout = DefaultTimeout;
            }
        });
    }

    /// <summary>
    /// <c>/health/live</c>: the process answers. <c>/health/ready</c>: every dependency answers too, and the process is not stopping.
    /// <c>/health</c>: the same as ready; both tell each dependency's state and time.
    /// </summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = HealthReportWriter.WriteAsync })
            .AllowAnonymous();
        foreach (var path in (string[])["/health", "/health/ready"])
        {
            app.MapHealthChecks(path, new HealthCheckOptions { ResponseWriter = HealthReportWriter.WriteAsync }).AllowAnonymous();
        }
    }
}
