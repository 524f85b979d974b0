namespace SocialSelling.Instagram.Domain.Webhooks;

/// <summary>A message within a webhook: a customer's, or the echo of one that the business wrote.</summary>
internal sealed record InboundMessage(string PlatformAccountId, string Mid, bool IsEcho, string ContactId, string? Text, DateTimeOffset SentAt);
