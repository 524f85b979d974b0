namespace SocialSelling.MetaSimulator.Webhooks;

/// <summary>Failed deliveries by the moment of their next attempt on the simulated clock: at once, then with growing gaps for 36 hours.</summary>
internal sealed class RetrySchedule
{
    private const int Kept = 200_000;

    private static readonly int[] GapSeconds = [0, 1, 2, 4, 8, 15, 30, 60, 120, 300, 600, 1_200, 1_800, 3_600];
    private static readonly TimeSpan Patience = TimeSpan.FromHours(36);

    private readonly Lock gate = new();
    private readonly PriorityQueue<Delivery, DateTimeOffset> waiting = new();

    public int Count
    {
        get
        {
            lock (gate)
            {
                return waiting.Count;
            }
        }
    }

    /// <summary>Raised when something was added or everything became due.</summary>
    public event Action? Changed;

    /// <summary>False when Meta would give up.</summary>
    public bool TryAdd(Delivery delivery, DateTimeOffset now)
    {
        var gap = TimeSpan.FromSeconds(GapSeconds[Math.Min(delivery.Attempts - 1, GapSeconds.Length - 1)]);
        lock (gate)
        {
            if (now + gap - delivery.CreatedAt > Patience || waiting.Count >= Kept)
            {
                return false;
            }

            delivery.State = DeliveryState.Retrying;
            waiting.Enqueue(delivery, now + gap);
        }

        Changed?.Invoke();
        return true;
    }

    public (IReadOnlyList<Delivery> Due, DateTimeOffset? Next) TakeDue(DateTimeOffset now)
    {
        var due = new List<Delivery>();
        lock (gate)
        {
            while (due.Count < 1_000 && waiting.TryPeek(out _, out var at))
            {
                if (at > now)
                {
                    return (due, at);
                }

                due.Add(waiting.Dequeue());
            }

            return (due, waiting.Count > 0 ? now : null);
        }
    }

    /// <summary>Makes everything due at once.</summary>
    public int Hurry()
    {
        int count;
        lock (gate)
        {
            var all = waiting.UnorderedItems.OrderBy(item => item.Priority).ToList();
            count = all.Count;
            waiting.Clear();
            foreach (var (delivery, _) in all)
            {
                waiting.Enqueue(delivery, DateTimeOffset.MinValue);
            }
        }

        Changed?.Invoke();
        return count;
    }

    public void Clear()
    {
        lock (gate)
        {
            waiting.Clear();
        }
    }
}
