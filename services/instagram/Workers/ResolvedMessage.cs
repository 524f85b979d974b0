using SocialSelling.Contracts.Instagram;
using SocialSelling.Instagram.Data.Ledger;
using SocialSelling.Instagram.Domain.Webhooks;

namespace SocialSelling.Instagram.Workers;

/// <summary>A message whose account is known.</summary>
internal sealed record ResolvedMessage(AccountRef Account, InboundMessage Message)
{
    private const string Channel = "instagram";

    public (Guid AccountId, string Mid) Key => (Account.AccountId, Message.Mid);

    public MessageReceived ToReceived(DateTimeOffset now) => new()
    {
        WorkspaceId = Account.WorkspaceId,
        AccountId = Account.AccountId,
        Channel = Channel,
        PlatformMessageId = Message.Mid,
        ContactPlatformId = Message.ContactId,
        Text = Message.Text,
        SentAt = Message.SentAt,
        OccurredAt = now,
    };

    public MessageEchoReceived ToEcho(DateTimeOffset now) => new()
    {
        WorkspaceId = Account.WorkspaceId,
        AccountId = Account.AccountId,
        Channel = Channel,
        PlatformMessageId = Message.Mid,
        ContactPlatformId = Message.ContactId,
        Text = Message.Text,
        SentAt = Message.SentAt,
        OccurredAt = now,
    };
}
