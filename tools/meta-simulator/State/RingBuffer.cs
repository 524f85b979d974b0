namespace SocialSelling.MetaSimulator.State;

/// <summary>The newest <paramref name="capacity"/> items; thread-safe.</summary>
internal sealed class RingBuffer<T>(int capacity)
{
    private readonly Lock gate = new();
    private readonly Queue<T> items = new();

    public void Add(T item)
    {
        lock (gate)
        {
            if (items.Count >= capacity)
            {
                items.Dequeue();
            }

            items.Enqueue(item);
        }
    }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<T> Snapshot()
    {
        lock (gate)
        {
            return [.. items];
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            items.Clear();
        }
    }
}
