using Microsoft.EntityFrameworkCore;
using SocialSelling.Analytics.Tests.Support;
using SocialSelling.Testing;
using Xunit;

namespace SocialSelling.Analytics.Tests;

public sealed class PrivacyTests(AnalyticsFactory factory)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Export_ManySnapshots_ComeWholeAndAreTheWorkspacesOwn()
    {
        await using var privacy = await PrivacyProbe.StartAsync(factory);
        var (shop, other) = (await Shop.OpenAsync(factory), await Shop.OpenAsync(factory));
        // More than a page, with a key of two columns.
        var days = Enumerable.Range(0, 700).Select(n => Shop.Today.AddDays(-n)).ToList();
        await factory.SaveAsync([.. days.Select(day => shop.NewSnapshot(day, new() { ["reach"] = 7 }))]);
        await FillAsync(shop);
        await FillAsync(other);

        var parts = await privacy.ExportWorkspaceAsync(shop.WorkspaceId);

        var snapshots = PrivacyProbe.Rows(parts, "account-snapshots.json");
        Assert.Equal(days.Order(), snapshots.Select(row => DateOnly.Parse(row.GetProperty("day").GetString()!, null)));
        Assert.Equal(7, snapshots[0].GetProperty("metrics").GetProperty("reach").GetInt64());
        Assert.Single(PrivacyProbe.Rows(parts, "posts.json"));
        Assert.Single(PrivacyProbe.Rows(parts, "post-metrics.json"));
        Assert.Single(PrivacyProbe.Rows(parts, "accounts.json"));
        Assert.DoesNotContain(parts, part => part.Content.Contains(other.WorkspaceId.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Erase_Workspace_TakesAllAndTouchesNoOtherNorComesBack()
    {
        await using var privacy = await PrivacyProbe.StartAsync(factory);
        var (shop, other) = (await Shop.OpenAsync(factory), await Shop.OpenAsync(factory));
        await FillAsync(shop);
        await FillAsync(other);
        await factory.SaveAsync(shop.NewSnapshot(Shop.Today, []), other.NewSnapshot(Shop.Today, []));
        var traces = await factory.Database.FindAsync(other.WorkspaceId);

        var erased = await privacy.EraseWorkspaceAsync(shop.WorkspaceId);
        var eventId = Guid.CreateVersion7();
        await privacy.Bus.PublishAsync(shop.Insights(Shop.Today, new() { ["reach"] = 1 }, DateTimeOffset.UtcNow), eventId);
        await Eventually.That(() => factory.WithDbAsync(db => db.InboxMessages.AnyAsync(row => row.MessageId == eventId, Ct)));

        Assert.Equal((1, 1, 1, 1), (erased["accounts"], erased["account_snapshots"], erased["posts"], erased["post_metrics"]));
        Assert.Empty(await factory.Database.FindAsync(shop.WorkspaceId));
        Assert.Equal(traces, await factory.Database.FindAsync(other.WorkspaceId));
    }

    private Task FillAsync(Shop shop)
    {
        var media = $"{Random.Shared.NextInt64(1_000_000_000)}";
        return factory.SaveAsync(shop.NewPublishedPost(media, Shop.Noon), shop.NewMetrics(media, new() { ["reach"] = 9 }));
    }
}
