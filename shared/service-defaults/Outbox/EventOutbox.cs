using SocialSelling.ServiceDefaults.Data;

namespace SocialSelling.ServiceDefaults.Outbox;

internal sealed class EventOutbox(ServiceDbContext db, TimeProvider clock) : IEventOutbox
{
    public void Add<T>(T message)
        where T : class
    {
        db.OutboxMessages.Add(OutboxMessage.Create(message, clock.GetUtcNow()));
        db.HasUnannouncedEvents = true;
    }
}
