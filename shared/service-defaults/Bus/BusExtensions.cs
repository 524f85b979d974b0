using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.ServiceDefaults.Data;

namespace SocialSelling.ServiceDefaults.Bus;

/// <summary>Registers the message bus.</summary>
public static class BusExtensions
{
    /// <summary>Adds MassTransit on RabbitMQ. Consumers are registered by name in <paramref name="configure"/>; their queues are called <c>service.consumer</c>.</summary>
    public static WebApplicationBuilder AddServiceBus<TContext>(this WebApplicationBuilder builder, Action<IBusRegistrationConfigurator> configure)
        where TContext : ServiceDbContext
    {
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            configure(bus);
            bus.UsingRabbitMq((context, rabbit) =>
            {
                rabbit.Host(new Uri(context.GetRequiredService<IConfiguration>()["RabbitMq:Uri"] ?? "amqp://localhost"));
                rabbit.ConfigureEndpoints(context);
            });
        });
        return builder;
    }
}
