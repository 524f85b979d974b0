using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Data;
using SocialSelling.ServiceDefaults.Hosting;

namespace SocialSelling.ServiceDefaults.Outbox;

internal static class OutboxExtensions
{
    public static void AddOutbox(this IServiceCollection services)
    {
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<OutboxAnnouncer>();
        services.AddSingleton<IOutboxWriter, OutboxWriter>();
        services.AddScoped<IEventOutbox, EventOutbox>();
        services.AddScoped<AuditTrail>();
        services.TryAddSingleton(provider => new ServiceInfo(provider.GetRequiredService<ServiceSchema>().Name));
        services.AddSingleton<DeniedAccess>();
        services.AddHostedService<DeniedAccessWriter>();
    }

    /// <summary>The relay belongs to the bus: registered after it, it is stopped before it.</summary>
    public static void AddOutboxRelay(this IServiceCollection services)
    {
        services.AddSingleton<OutboxMetrics>();
        services.AddSingleton<OutboxStore>();
        services.AddSingleton<OutboxPublisher>();
        services.AddHostedService<OutboxRelay>();
        services.AddHostedService<OutboxListener>();
        services.AddHostedService<OutboxWatcher>();
        services.AddHealthChecks().AddCheck<OutboxHealthCheck>("outbox", HealthStatus.Degraded, ["ready"]);
    }
}
