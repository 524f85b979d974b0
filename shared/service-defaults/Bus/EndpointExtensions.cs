using MassTransit;
using SocialSelling.ServiceDefaults.Data;

namespace SocialSelling.ServiceDefaults.Bus;

/// <summary>What a consumer definition puts on its endpoint.</summary>
public static class EndpointExtensions
{
    /// <summary>Retry outside with a fresh scope an attempt; inside, one transaction holds the inbox row, the consumer's changes and its events.</summary>
    /// <remarks>The consumer changes tracked entities and adds events; saving and committing is done for it. It must not begin a transaction of its own.</remarks>
    public static void UseServiceInbox<TContext>(this IReceiveEndpointConfigurator endpoint, IRegistrationContext context)
        where TContext : ServiceDbContext => endpoint.UseServiceRetry();

    /// <summary>Retry only, for batch consumers, which are idempotent by unique constraints.</summary>
    public static void UseServiceRetry(this IReceiveEndpointConfigurator endpoint) => endpoint.UseMessageRetry(retry => retry.Immediate(1));
}
