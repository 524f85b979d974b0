using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Accounts;
using SocialSelling.Testing;
using Xunit;

namespace SocialSelling.Messaging.Tests;

public sealed class AccountTests(MessagingFixture messaging)
{
    [Fact]
    public async Task Connected_ThenDisconnected_IsNotConnected()
    {
        var shop = await new Shop(messaging).ConnectAsync();

        await DisconnectAsync(shop, shop.Now.AddSeconds(1));

        Assert.False(await IsConnectedAsync(shop));
    }

    [Fact]
    public async Task Connected_OvertakenByItsDisconnection_StaysDisconnected()
    {
        var shop = new Shop(messaging);
        await DisconnectAsync(shop, shop.Now.AddSeconds(1));

        await ConnectAsync(shop, shop.Now);

        Assert.False(await IsConnectedAsync(shop));
    }

    [Fact]
    public async Task Connected_Again_IsConnectedWithTheNewHandle()
    {
        var shop = await new Shop(messaging).ConnectAsync();
        await DisconnectAsync(shop, shop.Now.AddSeconds(1));

        await ConnectAsync(shop, shop.Now.AddSeconds(2));

        Assert.True(await IsConnectedAsync(shop));
        Assert.Equal("renamed", await messaging.QueryAsync(db => db.ClientAccounts.Where(row => row.Id == shop.AccountId).Select(row => row.Username).SingleAsync()));
    }

    private Task<bool> IsConnectedAsync(Shop shop) => messaging.QueryAsync(db => db.ClientAccounts.Where(row => row.Id == shop.AccountId).Select(row => row.IsConnected).SingleAsync());

    private Task ConnectAsync(Shop shop, DateTimeOffset at) => ConsumedAsync(new AccountConnected
    {
        WorkspaceId = shop.WorkspaceId, AccountId = shop.AccountId, Channel = "instagram", PlatformAccountId = "17841", Username = "renamed", Scopes = [], OccurredAt = at,
    });

    private Task DisconnectAsync(Shop shop, DateTimeOffset at) => ConsumedAsync(new AccountDisconnected
    {
        WorkspaceId = shop.WorkspaceId, AccountId = shop.AccountId, Channel = "instagram", PlatformAccountId = "17841", OccurredAt = at,
    });

    private async Task ConsumedAsync<T>(T message)
        where T : class
    {
        var id = Guid.CreateVersion7();
        await messaging.Bus.PublishAsync(message, id);
        await Eventually.That(() => messaging.QueryAsync(db => db.InboxMessages.AnyAsync(row => row.MessageId == id)));
    }
}
