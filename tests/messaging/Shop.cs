using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Contracts.Accounts;
using SocialSelling.Contracts.Instagram;
using SocialSelling.Contracts.Messaging;
using SocialSelling.Testing;

namespace SocialSelling.Messaging.Tests;

/// <summary>A workspace of one test, with one client account.</summary>
internal sealed class Shop(MessagingFixture messaging)
{
    public Guid WorkspaceId { get; } = Guid.CreateVersion7();

    public Guid AccountId { get; } = Guid.CreateVersion7();

    public MessagingFixture Messaging => messaging;

    /// <summary>Times as Meta gives them: whole milliseconds.</summary>
    public DateTimeOffset Now { get; } = DateTimeOffset.FromUnixTimeMilliseconds(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());

    public HttpClient Client() =>
        messaging.CreateClient(Guid.CreateVersion7(), WorkspaceId, Permissions.ConversationsRead, Permissions.ConversationsUpdate, Permissions.MessagesSend);

    public async Task<Shop> ConnectAsync()
    {
        await messaging.Bus.PublishAsync(new AccountConnected
        {
            WorkspaceId = WorkspaceId, AccountId = AccountId, Channel = "instagram", PlatformAccountId = $"17841{AccountId:N}", Username = "shop.almaty",
            Scopes = [], OccurredAt = Now,
        });
        await Eventually.That(() => messaging.QueryAsync(db => db.ClientAccounts.AnyAsync(account => account.Id == AccountId)));
        return this;
    }

    public async Task DisconnectAsync()
    {
        await messaging.Bus.PublishAsync(new AccountDisconnected
        {
            WorkspaceId = WorkspaceId, AccountId = AccountId, Channel = "instagram", PlatformAccountId = $"17841{AccountId:N}", OccurredAt = Now.AddSeconds(1),
        });
        await Eventually.That(() => messaging.QueryAsync(db => db.ClientAccounts.AnyAsync(account => account.Id == AccountId && !account.IsConnected)));
    }

    public MessageReceived Message(string person, string? text, DateTimeOffset? at = null, string? mid = null, Guid? accountId = null) => new()
    {
        WorkspaceId = WorkspaceId, AccountId = accountId ?? AccountId, Channel = "instagram", PlatformMessageId = mid ?? $"mid-{Guid.CreateVersion7():N}",
        ContactPlatformId = person, Text = text, SentAt = at ?? Now, OccurredAt = Now,
    };

    public MessageEchoReceived Echo(string person, string? text, DateTimeOffset? at = null, string? mid = null) => new()
    {
        WorkspaceId = WorkspaceId, AccountId = AccountId, Channel = "instagram", PlatformMessageId = mid ?? $"mid-{Guid.CreateVersion7():N}",
        ContactPlatformId = person, Text = text, SentAt = at ?? Now, OccurredAt = Now,
    };

    /// <summary>Publishes them and waits until all are stored.</summary>
    public async Task ReceiveAsync(params MessageReceived[] messages)
    {
        await Task.WhenAll(messages.Select(message => PublishAsync(message)));
        await StoredAsync([.. messages.Select(message => message.PlatformMessageId)]);
    }

    /// <summary>Publishes one message; an event id given twice is a repeat.</summary>
    public Task PublishAsync(MessageReceived message, Guid? eventId = null) => messaging.Bus.PublishAsync(
        new MessagesReceived { WorkspaceId = WorkspaceId, AccountId = message.AccountId, Messages = [message], OccurredAt = Now }, eventId);

    public async Task ReceiveAsync(MessageEchoReceived echo)
    {
        await messaging.Bus.PublishAsync(echo);
        await StoredAsync(echo.PlatformMessageId);
    }

    public Task StoredAsync(params string[] mids) => Eventually.That(async () => await messaging.QueryAsync(
        db => db.Messages.CountAsync(message => message.WorkspaceId == WorkspaceId && mids.Contains(message.PlatformMessageId))) == mids.Distinct().Count());

    /// <summary>A customer's message, and the conversation it began.</summary>
    public async Task<Guid> StartAsync(string person = "5501", string text = "Is it in stock?", DateTimeOffset? at = null)
    {
        await ReceiveAsync(Message(person, text, at));
        return await ConversationIdAsync(person);
    }

    public async Task<Guid> ConversationIdAsync(string person)
    {
        using var client = Client();
        return (await client.GetFromJsonAsync<JsonElement>($"/api/v1/conversations?search={person}")).GetProperty("data")[0].GetProperty("id").GetGuid();
    }

    /// <summary>What was told of this workspace so far.</summary>
    public IEnumerable<ConversationUpdated> Updates() =>
        messaging.Bus.Of<ConversationsUpdated>().Where(update => update.WorkspaceId == WorkspaceId).SelectMany(update => update.Conversations);
}
