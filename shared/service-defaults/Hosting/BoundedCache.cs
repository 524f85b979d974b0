using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace SocialSelling.ServiceDefaults.Hosting;

/// <summary>
/// A cache of at most 2 × <paramref name="generationSize"/> entries without bookkeeping on reads: when the young generation is full it
/// becomes the old one, and what was old is forgotten.
/// </summary>
internal sealed class BoundedCache<TKey, TValue>(int generationSize)
    where TKey : notnull
{
    private readonly Lock turning = new();
    private volatile ConcurrentDictionary<TKey, TValue> young = new();
    private volatile ConcurrentDictionary<TKey, TValue> old = new();
    private int count;

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value) => young.TryGetValue(key, out value) || old.TryGetValue(key, out value);

    public void Set(TKey key, TValue value)
    {
        if (!young.TryAdd(key, value))
        {
            young[key] = value;
        }
        else if (Interlocked.Increment(ref count) >= generationSize)
        {
            Turn();
        }
    }

    public void Remove(TKey key)
    {
        young.TryRemove(key, out _);
        old.TryRemove(key, out _);
    }

    private void Turn()
    {
        lock (turning)
        {
            if (count >= generationSize)
            {
                old = young;
                young = new ConcurrentDictionary<TKey, TValue>();
                count = 0;
            }
        }
    }
}
