namespace SocialSelling.MetaSimulator.Webhooks;

/// <summary>Deliveries held back until the control plane releases them.</summary>
internal sealed class HeldDeliveries
{
    private const int Kept = 100_000;

    private readonly Lock gate = new();
    private readonly List<Delivery> deliveries = [];

    public int Count
    {
        get
        {
            lock (gate)
            {
                return deliveries.Count;
            }
        }
    }

    public void Add(Delivery delivery)
    {
        lock (gate)
        {
            delivery.State = deliveries.Count < Kept ? DeliveryState.Held : DeliveryState.Dropped;
            if (delivery.State == DeliveryState.Held)
            {
                deliveries.Add(delivery);
            }
        }
    }

    public IReadOnlyList<Delivery> TakeAll(ReleaseOrder order)
    {
        lock (gate)
        {
            var all = deliveries.ToArray();
            deliveries.Clear();
            if (order == ReleaseOrder.Reverse)
            {
                Array.Reverse(all);
            }
            else if (order == ReleaseOrder.Shuffle)
            {
                Random.Shared.Shuffle(all);
            }

            return all;
        }
    }
}
