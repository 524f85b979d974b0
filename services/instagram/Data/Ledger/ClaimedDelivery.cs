namespace SocialSelling.Instagram.Data.Ledger;

/// <summary>A delivery that is locked by the running transaction.</summary>
internal sealed record ClaimedDelivery(long Id, DateTimeOffset ReceivedAt, byte[] Body);
