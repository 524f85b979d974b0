using SocialSelling.Contracts.Accounts;
using SocialSelling.Contracts.Instagram;
using SocialSelling.Testing.Meta;

namespace SocialSelling.Instagram.Tests.Support;

/// <summary>One account at the simulator, and what its people do.</summary>
public sealed record TestAccount(Guid AccountId, Guid WorkspaceId, string UserId, string Username)
{
    public AccountConnected Connected() => new()
    {
        WorkspaceId = WorkspaceId,
        AccountId = AccountId,
        Channel = "instagram",
        PlatformAccountId = UserId,
        Username = Username,
        Scopes = [],
        OccurredAt = DateTimeOffset.UtcNow,
    };

    /// <summary>A customer writes; gives back the message's id and the customer's.</summary>
    public async Task<(string Mid, string Igsid)> CustomerWritesAsync(string person, string text)
    {
        var answer = await SimulatorHost.PostAsync($"/control/accounts/{UserId}/people/{person}/messages", new { text });
        return (answer.GetProperty("mid").GetString()!, answer.GetProperty("igsid").GetString()!);
    }

    public async Task<string> OwnerTypesAsync(string person, string text)
    {
        var answer = await SimulatorHost.PostAsync($"/control/accounts/{UserId}/phone-messages", new { to = person, text });
        return answer.GetProperty("mid").GetString()!;
    }

    /// <summary>How often the business's text stands in the customer's chat.</summary>
    public async Task<int> TimesInChatAsync(string person, string text)
    {
        var chat = await SimulatorHost.GetAsync($"/control/accounts/{UserId}/people/{person}/chat");
        return chat.EnumerateArray().Count(m => m.GetProperty("from").GetString() == "business" && m.GetProperty("text").GetString() == text);
    }

    public async Task<List<string>> FeedAsync()
    {
        var feed = await SimulatorHost.GetAsync($"/control/accounts/{UserId}/feed");
        return [.. feed.EnumerateArray().Select(post => post.GetProperty("caption").GetString() ?? "")];
    }

    public SendInstagramMessageRequested Send(string igsid, string text, Guid? conversationId = null) => new()
    {
        WorkspaceId = WorkspaceId,
        AccountId = AccountId,
        ConversationId = conversationId ?? Guid.CreateVersion7(),
        MessageId = Guid.CreateVersion7(),
        ContactPlatformId = igsid,
        Text = text,
        OccurredAt = DateTimeOffset.UtcNow,
    };

    public PublishInstagramMediaRequested Publish(Uri image, string caption) => new()
    {
        WorkspaceId = WorkspaceId,
        AccountId = AccountId,
        PostId = Guid.CreateVersion7(),
        ImageUrl = image.AbsoluteUri,
        Caption = caption,
        AltText = "a test picture",
        OccurredAt = DateTimeOffset.UtcNow,
    };
}
