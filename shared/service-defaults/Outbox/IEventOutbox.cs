namespace SocialSelling.ServiceDefaults.Outbox;

/// <summary>The one way to publish: the event is committed with the change it reports, and the relay brings it to the broker.</summary>
public interface IEventOutbox
{
    /// <summary>Adds an event or command to the unit of work. Call it before the one <c>SaveChangesAsync</c>.</summary>
    void Add<T>(T message)
        where T : class;
}
