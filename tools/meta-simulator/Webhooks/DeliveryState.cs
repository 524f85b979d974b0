namespace SocialSelling.MetaSimulator.Webhooks;

internal enum DeliveryState
{
    Held,
    Queued,
    Retrying,
    Delivered,
    Dropped,
}
