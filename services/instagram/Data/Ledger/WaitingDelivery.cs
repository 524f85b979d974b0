namespace SocialSelling.Instagram.Data.Ledger;

/// <summary>A webhook that waits for its commit. The result says whether it is stored.</summary>
internal sealed class WaitingDelivery(byte[] body, DateTimeOffset receivedAt)
    : TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public byte[] Body { get; } = body;

    public DateTimeOffset ReceivedAt { get; } = receivedAt;
}
