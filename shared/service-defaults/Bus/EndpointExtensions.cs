using MassTransit;
using SocialSelling.ServiceDefaults.Data;

namespace SocialSelling.ServiceDefaults.Bus;

/// <summary>What a consumer definition puts on its endpoint.</summary>
public static class EndpointExtensions
{
    /// <summary>Retry outside with a fresh scope an attempt; inside, one transaction holds the inbox row, the consumer's changes and its events. Messages of erased workspaces are dropped.</summary>
    /// <remarks>The consumer changes tracked entities and adds events; saving and committing is done for it. It must not begin a transaction of its own.</remarks>
    public static void UseServiceInbox<TContext>(this IReceiveEndpointConfigurator endpoint, IRegistrationContext context)
        where TContext : ServiceDbContext
    {
        endpoint.UseServiceRetry();
        endpoint.UseConsumeFilter(typeof(InboxFilter<>), context);
    }

    /// <summary>Retry only, for batch consumers, which are idempotent by unique constraints.</summary>
    /// <remarks>
    /// While a database, Redis or another service is away the message is tried again for hours, unacknowledged, so an outage of any usual length
    /// fills no error queue. Any other failure is tried four more times within seconds and then goes to <c>queue_error</c>.
    /// </remarks>
    public static void UseServiceRetry(this IReceiveEndpointConfigurator endpoint)
    {
        endpoint.UseMessageRetry(retry =>
        {
            retry.Handle<Exception>(TransientFailures.Contains);
            retry.Intervals(RetryIntervals.Long);
        });
        endpoint.UseMessageRetry(retry =>
        {
            retry.Handle<Exception>(error => !TransientFailures.Contains(error));
            retry.Intervals(RetryIntervals.Short);
        });
    }
}
