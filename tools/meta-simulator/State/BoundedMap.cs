using System.Diagnostics.CodeAnalysis;

namespace SocialSelling.MetaSimulator.State;

/// <summary>A dictionary that forgets its oldest entry when full. Not thread-safe: used under the world's gate.</summary>
internal sealed class BoundedMap<TValue>(int capacity) where TValue : class
{
    private readonly Dictionary<string, TValue> values = [];
    private readonly Queue<string> order = [];

    public IEnumerable<TValue> Values => values.Values;

    public bool TryGet(string key, [NotNullWhen(true)] out TValue? value) => values.TryGetValue(key, out value);

    public TValue? Find(string key) => values.GetValueOrDefault(key);

    public void Add(string key, TValue value)
    {
        if (values.Count >= capacity && order.TryDequeue(out var oldest))
        {
            values.Remove(oldest);
        }

        values.Add(key, value);
        order.Enqueue(key);
    }

    public void Clear()
    {
        values.Clear();
        order.Clear();
    }
}
