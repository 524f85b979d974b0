using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Accounts;
using SocialSelling.Publisher.Domain;
using SocialSelling.Publisher.Tests.Support;
using SocialSelling.Testing;
using Xunit;

namespace SocialSelling.Publisher.Tests.Accounts;

public sealed class AccountEventsTests(PublisherFactory factory)
{
    private readonly (Guid Workspace, Guid Account) _ids = (Guid.CreateVersion7(), Guid.CreateVersion7());

    private static readonly DateTimeOffset Start = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task ConnectedThenDisconnected_TheAccountIsInactive()
    {
        await using var probe = await ProbeAsync();
        await probe.PublishAsync(Connected(Start));
        await Eventually.That(async () => await AccountAsync() is { IsActive: true, Username: "shop" });
        await probe.PublishAsync(Disconnected(Start.AddHours(1)));
        await Eventually.That(async () => await AccountAsync() is { IsActive: false });
    }

    [Fact]
    public async Task Disconnected_OfAnAccountNotYetKnown_IsKept()
    {
        await using var probe = await ProbeAsync();
        await probe.PublishAsync(Disconnected(Start));
        await Eventually.That(async () => await AccountAsync() is { IsActive: false });
    }

    [Fact]
    public void Connect_OlderThanTheDisconnection_DoesNotReviveTheAccount()
    {
        var account = ClientAccount.Create(_ids.Account, _ids.Workspace, "instagram", "17841400000000001");
        account.Disconnect(Start.AddHours(1));

        account.Connect(_ids.Workspace, "17841400000000001", "shop", Start);
        Assert.False(account.IsActive);

        account.Connect(_ids.Workspace, "17841400000000001", "shop", Start.AddHours(2));
        account.Disconnect(Start.AddHours(1));
        Assert.True(account.IsActive);
    }

    private Task<ClientAccount?> AccountAsync() => factory.WithDbAsync(db =>
        db.ClientAccounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == _ids.Account, TestContext.Current.CancellationToken));

    private Task<BusProbe> ProbeAsync()
    {
        factory.CreateClient().Dispose();
        return BusProbe.StartAsync();
    }

    private AccountConnected Connected(DateTimeOffset at) => new()
    {
        WorkspaceId = _ids.Workspace,
        AccountId = _ids.Account,
        Channel = "instagram",
        PlatformAccountId = "17841400000000001",
        Username = "shop",
        Scopes = [],
        OccurredAt = at,
    };

    private AccountDisconnected Disconnected(DateTimeOffset at) => new()
    {
        WorkspaceId = _ids.Workspace,
        AccountId = _ids.Account,
        Channel = "instagram",
        PlatformAccountId = "17841400000000001",
        OccurredAt = at,
    };
}
