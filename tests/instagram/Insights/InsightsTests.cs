using SocialSelling.Contracts.Instagram;
using SocialSelling.Instagram.Tests.Support;
using SocialSelling.Testing.Meta;

namespace SocialSelling.Instagram.Tests.Insights;

public sealed class InsightsTests(InstagramFactory factory) : IAsyncLifetime
{
    private TestAccount _account = null!;

    public async ValueTask InitializeAsync() => _account = await factory.ConnectAccountAsync();

    public async ValueTask DisposeAsync() => await SimulatorHost.ClearFaultsAsync();

    [Fact]
    public async Task Collect_AccountAndMedia_ReportsTheirFigures()
    {
        var post = _account.Publish(factory.Images.Picture, "figures");
        await factory.Bus.PublishAsync(post);
        var media = await factory.Bus.ReceivedAsync<InstagramMediaPublished>(m => m.PostId == post.PostId);

        await CollectAsync(media.PlatformMediaId, "17999999999999999");

        var account = await factory.Bus.ReceivedAsync<AccountInsightsCollected>(m => m.AccountId == _account.AccountId);
        Assert.Contains("followers_count", account.Metrics.Keys);
        Assert.Contains("reach", account.Metrics.Keys);
        var figures = await factory.Bus.ReceivedAsync<MediaInsightsCollected>(m => m.PlatformMediaId == media.PlatformMediaId);
        Assert.Contains("likes", figures.Metrics.Keys);
        Assert.DoesNotContain(factory.Bus.Of<MediaInsightsCollected>(), m => m.PlatformMediaId == "17999999999999999");
    }

    [Fact]
    public async Task Collect_EmptyData_ReportsAbsentAndNotZero()
    {
        await SimulatorHost.FaultAsync(new { kind = "empty_data", path = "/insights", count = 0 });

        await CollectAsync();

        var account = await factory.Bus.ReceivedAsync<AccountInsightsCollected>(m => m.AccountId == _account.AccountId);
        Assert.DoesNotContain("reach", account.Metrics.Keys);
        Assert.Contains("followers_count", account.Metrics.Keys);
    }

    [Fact]
    public async Task Collect_OneMetricRefused_ReportsTheOthers()
    {
        await SimulatorHost.FaultAsync(new { kind = "error", path = "/insights", code = 100, count = 1 });

        await CollectAsync();

        var account = await factory.Bus.ReceivedAsync<AccountInsightsCollected>(m => m.AccountId == _account.AccountId);
        Assert.Contains("reach", account.Metrics.Keys);
    }

    private Task CollectAsync(params string[] mediaIds) => factory.Bus.PublishAsync(new CollectInstagramInsightsRequested
    {
        WorkspaceId = _account.WorkspaceId,
        AccountId = _account.AccountId,
        Day = DateOnly.FromDateTime(DateTime.UtcNow),
        PlatformMediaIds = mediaIds,
        OccurredAt = DateTimeOffset.UtcNow,
    });
}
