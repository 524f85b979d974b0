namespace SocialSelling.Instagram.Domain.Webhooks;

/// <summary>What a webhook holds: messages, and for every other event the reason why it was left aside.</summary>
internal sealed class ParsedDelivery
{
    private const int MaxReasonLength = 500;

    public List<InboundMessage> Messages { get; } = [];

    public List<string> Ignored { get; } = [];

    public string? Reason
    {
        get
        {
            if (Ignored.Count == 0)
            {
                return null;
            }

            var text = string.Join(", ", Ignored.CountBy(reason => reason).Select(r => r.Value == 1 ? r.Key : $"{r.Key} ×{r.Value}"));
            return text.Length <= MaxReasonLength ? text : text[..MaxReasonLength];
        }
    }
}
