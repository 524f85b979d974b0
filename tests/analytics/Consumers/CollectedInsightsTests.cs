using Microsoft.EntityFrameworkCore;
using SocialSelling.Analytics.Domain;
using SocialSelling.Analytics.Tests.Support;
using SocialSelling.Contracts.Instagram;
using SocialSelling.Testing;
using Xunit;

namespace SocialSelling.Analytics.Tests.Consumers;

public sealed class CollectedInsightsTests(AnalyticsFactory factory)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AccountInsights_CollectedTwice_KeepOneSnapshotWithTheNewestFigures()
    {
        await using var probe = await factory.ProbeAsync();
        var shop = await Shop.OpenAsync(factory);

        await probe.PublishAsync(shop.Insights(Shop.Today, new() { ["reach"] = 10, ["followers_count"] = 100 }, Shop.Noon));
        await Eventually.That(async () => await ReachAsync(shop) == 10);
        await probe.PublishAsync(shop.Insights(Shop.Today, new() { ["reach"] = 20 }, Shop.Noon.AddHours(1)));
        await Eventually.That(async () => await ReachAsync(shop) == 20);

        var days = (await shop.GetAsync($"/api/v1/analytics/accounts/{shop.AccountId}/snapshots")).GetProperty("data");
        Assert.Equal(1, days.GetArrayLength());
        Assert.Equal((100, 20), (days[0].GetProperty("followers").GetInt32(), days[0].GetProperty("reach").GetInt32()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, days[0].GetProperty("views").ValueKind);
    }

    [Fact]
    public async Task AccountInsights_ManyAtOnceInAnyOrder_EndWithTheNewest()
    {
        await using var probe = await factory.ProbeAsync();
        var shop = await Shop.OpenAsync(factory);

        var order = Enumerable.Range(1, 12).ToArray();
        new Random(7).Shuffle(order);
        await Task.WhenAll(order.Select(n => probe.PublishAsync(shop.Insights(Shop.Today, new() { ["reach"] = n }, Shop.Noon.AddMinutes(n)))));

        await Eventually.That(() => factory.WithDbAsync(async db => await db.InboxMessages.CountAsync(Ct) >= 12 && await ReachAsync(shop) == 12));
    }

    [Fact]
    public async Task MediaInsights_BeforeThePostIsKnown_AreShownOnceItIs()
    {
        await using var probe = await factory.ProbeAsync(types => types.Capture<CollectInstagramInsightsRequested>());
        var shop = await Shop.OpenAsync(factory);
        var (post, media) = (Guid.CreateVersion7(), $"18{shop.AccountId:N}");

        await probe.PublishAsync(shop.MediaInsights(media, new() { ["views"] = 50, ["saved"] = 3 }, Shop.Noon.AddDays(-1)));
        await Eventually.That(() => factory.WithDbAsync(db => db.PostMetrics.AnyAsync(metrics => metrics.PlatformMediaId == media, Ct)));
        await probe.PublishAsync(shop.Published(post, media, Shop.Noon));
        await probe.PublishAsync(shop.MediaInsights(media, new() { ["views"] = 80 }, Shop.Noon));

        await Eventually.That(() => factory.WithDbAsync(db => db.PostMetrics.AnyAsync(metrics => metrics.PlatformMediaId == media && metrics.Views == 80, Ct)));
        await Eventually.That(() => factory.WithDbAsync(db => db.TrackedPosts.AnyAsync(tracked => tracked.Id == post, Ct)));
        var shown = await shop.GetAsync($"/api/v1/analytics/posts/{post}");
        var metrics = shown.GetProperty("post").GetProperty("metrics");
        Assert.Equal((80, 3), (metrics.GetProperty("views").GetInt32(), metrics.GetProperty("saved").GetInt32()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, metrics.GetProperty("likes").ValueKind);
        Assert.Equal([50, 80], shown.GetProperty("history").EnumerateArray().Select(day => day.GetProperty("metrics").GetProperty("views").GetInt32()));
    }

    [Fact]
    public async Task PostPublished_AsksForItsFiguresAtOnce()
    {
        await using var probe = await factory.ProbeAsync(types => types.Capture<CollectInstagramInsightsRequested>());
        var shop = await Shop.OpenAsync(factory);

        await probe.PublishAsync(shop.Published(Guid.CreateVersion7(), "18002", DateTimeOffset.UtcNow));

        var command = await probe.ReceivedAsync<CollectInstagramInsightsRequested>(message => message.AccountId == shop.AccountId);
        Assert.Equal((shop.WorkspaceId, Shop.Today), (command.WorkspaceId, command.Day));
        Assert.Equal(["18002"], command.PlatformMediaIds);
    }

    [Fact]
    public async Task PublishedAfterFailed_CountsAsPublishedOnly()
    {
        await using var probe = await factory.ProbeAsync(types => types.Capture<CollectInstagramInsightsRequested>());
        var shop = await Shop.OpenAsync(factory);
        var (corrected, lost) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        await probe.PublishAsync(shop.Failed(corrected, Shop.Noon));
        await probe.PublishAsync(shop.Failed(lost, Shop.Noon));
        await Eventually.That(() => factory.WithDbAsync(async db => await db.TrackedPosts.CountAsync(post => post.AccountId == shop.AccountId, Ct) == 2));
        await probe.PublishAsync(shop.Published(corrected, "18003", Shop.Noon));
        await Eventually.That(() => factory.WithDbAsync(db => db.TrackedPosts.AnyAsync(post => post.Id == corrected && post.Outcome == PostOutcome.Published, Ct)));

        var summary = (await shop.GetAsync("/api/v1/analytics/summary")).GetProperty("current");
        Assert.Equal((1, 1), (summary.GetProperty("postsPublished").GetInt32(), summary.GetProperty("postsFailed").GetInt32()));
    }

    private Task<long?> ReachAsync(Shop shop) => factory.WithDbAsync(db =>
        db.AccountSnapshots.Where(snapshot => snapshot.AccountId == shop.AccountId).Select(snapshot => snapshot.Reach).SingleOrDefaultAsync(Ct));
}
