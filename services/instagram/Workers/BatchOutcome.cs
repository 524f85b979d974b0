using SocialSelling.Contracts.Instagram;
using SocialSelling.Instagram.Data.Ledger;

namespace SocialSelling.Instagram.Workers;

/// <summary>What one transaction did.</summary>
internal sealed record BatchOutcome(IReadOnlyList<DeliveryMark> Marks, IReadOnlyList<object> Events, IReadOnlyList<MessageSent> Sent);
