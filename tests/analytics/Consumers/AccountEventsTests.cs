using Microsoft.EntityFrameworkCore;
using SocialSelling.Analytics.Domain;
using SocialSelling.Analytics.Tests.Support;
using SocialSelling.Contracts.Accounts;
using SocialSelling.Testing;
using Xunit;

namespace SocialSelling.Analytics.Tests.Consumers;

public sealed class AccountEventsTests(AnalyticsFactory factory)
{
    [Fact]
    public async Task ConnectedThenDisconnected_TheAccountIsKnownAndInactive()
    {
        await using var probe = await factory.ProbeAsync();
        var (workspace, account, at) = (Guid.CreateVersion7(), Guid.CreateVersion7(), DateTimeOffset.UtcNow);

        await probe.PublishAsync(new AccountConnected
        {
            WorkspaceId = workspace,
            AccountId = account,
            Channel = "instagram",
            PlatformAccountId = "17841400000000002",
            Username = "shop",
            Scopes = [],
            OccurredAt = at,
        });
        await Eventually.That(async () => await AccountAsync(account) is { IsActive: true, Username: "shop" });

        await probe.PublishAsync(new AccountDisconnected
        {
            WorkspaceId = workspace,
            AccountId = account,
            Channel = "instagram",
            PlatformAccountId = "17841400000000002",
            OccurredAt = at.AddSeconds(1),
        });
        await Eventually.That(async () => await AccountAsync(account) is { IsActive: false });
    }

    private Task<ClientAccount?> AccountAsync(Guid id) => factory.WithDbAsync(db =>
        db.ClientAccounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, TestContext.Current.CancellationToken));
}
