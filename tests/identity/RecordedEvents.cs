using SocialSelling.ServiceDefaults.Outbox;

namespace SocialSelling.Identity.Tests;

/// <summary>An outbox for code under test that has none of its own: keeps what was added.</summary>
internal sealed class RecordedEvents : IEventOutbox
{
    public List<object> Added { get; } = [];

    public void Add<T>(T message)
        where T : class => Added.Add(message);
}
