using SocialSelling.MetaSimulator.Webhooks;

namespace SocialSelling.MetaSimulator.Control;

internal sealed record StormMessage(string Mid, string Igsid, string Username, string Text);

/// <summary>A mass of customer messages with the figures a test compares against.</summary>
internal sealed class Storm(string userId, int people, int messages, int perSecond, int batch, DateTimeOffset startedAt)
{
    private readonly Lock gate = new();
    private readonly List<StormMessage> sent = [];
    private int delivered;
    private int dropped;
    private int notSubscribed;
    private int failedAttempts;

    public Guid Id { get; } = Guid.CreateVersion7();

    public string UserId { get; } = userId;

    public int People { get; } = people;

    public int Messages { get; } = messages;

    public int PerSecond { get; } = perSecond;

    public int Batch { get; } = batch;

    public DateTimeOffset StartedAt { get; } = startedAt;

    public DateTimeOffset? CreatedAllAt { get; set; }

    public DateTimeOffset? LastDeliveredAt { get; private set; }

    public bool Cancelled { get; set; }

    public int DeliveredCount => Volatile.Read(ref delivered);

    public int DroppedCount => Volatile.Read(ref dropped) + Volatile.Read(ref notSubscribed);

    public int FailedAttempts => Volatile.Read(ref failedAttempts);

    public int CreatedCount
    {
        get
        {
            lock (gate)
            {
                return sent.Count;
            }
        }
    }

    public bool IsDone => CreatedAllAt is not null && DeliveredCount + DroppedCount >= CreatedCount;

    public void Add(StormMessage message)
    {
        lock (gate)
        {
            sent.Add(message);
        }
    }

    public IReadOnlyList<StormMessage> Page(int offset, int limit)
    {
        lock (gate)
        {
            return [.. sent.Skip(offset).Take(limit)];
        }
    }

    public void Delivered(Delivery delivery)
    {
        Interlocked.Add(ref delivered, delivery.Events);
        LastDeliveredAt = delivery.DeliveredAt;
    }

    public void Dropped(Delivery delivery) => Interlocked.Add(ref dropped, delivery.Events);

    public void NotSubscribed(int count) => Interlocked.Add(ref notSubscribed, count);

    public void FailedAttempt() => Interlocked.Increment(ref failedAttempts);
}
