using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using SocialSelling.ServiceDefaults.Data;
using SocialSelling.ServiceDefaults.Hosting;
using SocialSelling.ServiceDefaults.Outbox;

namespace SocialSelling.ServiceDefaults.Bus;

/// <summary>Registers the message bus.</summary>
public static class BusExtensions
{
    /// <summary>Adds MassTransit on RabbitMQ and the outbox relay. Consumers are registered by name in <paramref name="configure"/>; their queues are called <c>service.consumer</c>.</summary>
    /// <remarks>The host starts and serves while RabbitMQ is away: readiness is degraded, events wait in the outbox.</remarks>
    public static WebApplicationBuilder AddServiceBus<TContext>(this WebApplicationBuilder builder, Action<IBusRegistrationConfigurator> configure)
        where TContext : ServiceDbContext
    {
        var services = builder.Services;
        services.AddServiceOptions<RabbitMqOptions, RabbitMqOptionsValidator>("RabbitMq");
        services.Configure<MassTransitHostOptions>(ConfigureHost);
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.ConfigureHealthCheckOptions(health =>
            {
                health.Name = "rabbitmq";
                health.MinimalFailureStatus = HealthStatus.Degraded;
                health.Tags.Add("ready");
            });
            configure(bus);
            bus.UsingRabbitMq(ConfigureBus);
        });
        services.AddOutboxRelay();
        return builder;
    }

    private static void ConfigureHost(MassTransitHostOptions host)
    {
        host.WaitUntilStarted = false;
        host.StopTimeout = TimeSpan.FromSeconds(20);
        host.ConsumerStopTimeout = TimeSpan.FromSeconds(15);
    }

    private static void ConfigureBus(IBusRegistrationContext context, IRabbitMqBusFactoryConfigurator rabbit)
    {
        var options = context.GetRequiredService<IOptions<RabbitMqOptions>>().Value;
        var service = context.GetRequiredService<ServiceSchema>().Name;
        if (!DesignTime.IsActive) RabbitMqHost.Configure(rabbit, new Uri(options.Uri), service);
        rabbit.PrefetchCount = options.Prefetch;
        rabbit.ConcurrentMessageLimit = options.Concurrency;
        rabbit.ConfigureEndpoints(context, new ServiceEndpointNameFormatter(service));
    }
}
