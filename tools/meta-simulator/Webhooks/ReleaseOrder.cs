namespace SocialSelling.MetaSimulator.Webhooks;

internal enum ReleaseOrder
{
    Fifo,
    Reverse,
    Shuffle,
}
