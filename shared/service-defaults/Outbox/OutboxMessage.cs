using System.Diagnostics;

namespace SocialSelling.ServiceDefaults.Outbox;

/// <summary>An event that was committed together with the change it reports and waits for the broker's confirmation.</summary>
public sealed class OutboxMessage
{
    private OutboxMessage()
    {
    }

    /// <summary>Order of writing; the relay publishes in this order.</summary>
    public long Position { get; private set; }

    /// <summary>Becomes the MessageId, by which a receiver recognises a repeat.</summary>
    public Guid Id { get; private set; }

    /// <summary>Type and assembly of the message, without version.</summary>
    public string Type { get; private set; } = "";

    /// <summary>The message as JSON.</summary>
    public string Payload { get; private set; } = "";

    /// <summary>W3C trace context of the writer.</summary>
    public string? TraceParent { get; private set; }

    /// <summary>Correlation id of the request that led to it.</summary>
    public string? CorrelationId { get; private set; }

    /// <summary>When it was written, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Failed attempts to publish it.</summary>
    public int Attempts { get; private set; }

    /// <summary>Not before this time, UTC; absent until a first attempt has failed.</summary>
    public DateTimeOffset? NextAttemptAt { get; private set; }

    internal static OutboxMessage Create(object message, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Type = MessageTypes.NameOf(message.GetType()),
        Payload = MessageTypes.Serialize(message),
        TraceParent = Activity.Current?.Id,
        CorrelationId = Hosting.CorrelationId.Current,
        CreatedAt = now,
    };
}
