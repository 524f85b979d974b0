using SocialSelling.Instagram.Domain.Webhooks;

namespace SocialSelling.Instagram.Data.Ledger;

/// <summary>What became of a delivery.</summary>
internal sealed record DeliveryMark(long Id, DeliveryState State, int Events = 0, int Ignored = 0, string? Reason = null)
{
    public IReadOnlyList<string> WaitingFor { get; init; } = [];

    public string StateText => State switch
    {
        DeliveryState.Pending => "pending",
        DeliveryState.Processed => "processed",
        DeliveryState.Waiting => "waiting",
        DeliveryState.Unparsable => "unparsable",
        _ => "failed",
    };
}
