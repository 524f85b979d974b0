using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Analytics.Tests.Support;
using SocialSelling.Analytics.Workers;
using SocialSelling.Contracts.Instagram;
using SocialSelling.Testing;
using Xunit;

namespace SocialSelling.Analytics.Tests.Workers;

public sealed class DailyCollectionTests(AnalyticsFactory factory)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TwoWorkers_ManyAccounts_AskForEachAccountOnceADay()
    {
        await using var probe = await factory.ProbeAsync(types => types.Capture<CollectInstagramInsightsRequested>());
        var shop = await Shop.OpenAsync(factory);
        List<Guid> accounts = [shop.AccountId];
        for (var n = 0; n < 30; n++) accounts.Add(await shop.ConnectAsync());

        using var first = factory.NewWorker();
        using var second = factory.NewWorker();
        await Task.WhenAll(first.StartAsync(Ct), second.StartAsync(Ct));
        await Eventually.That(() => Task.FromResult(Commands().Count() >= 62));
        await Task.WhenAll(first.StopAsync(Ct), second.StopAsync(Ct));
        await factory.InScopeAsync(services => services.GetRequiredService<DailyCollection>().ClaimAsync(Ct));

        await Eventually.That(() => factory.WithDbAsync(db => db.OutboxMessages.AllAsync(message => !message.Payload.Contains(shop.WorkspaceId.ToString()), Ct)));
        foreach (var day in new[] { Shop.Today, Shop.Today.AddDays(-1) })
            Assert.Equal(accounts.Order(), Commands().Where(command => command.Day == day).Select(command => command.AccountId).Order());

        IEnumerable<CollectInstagramInsightsRequested> Commands() =>
            probe.Of<CollectInstagramInsightsRequested>().Where(command => command.WorkspaceId == shop.WorkspaceId);
    }

    [Fact]
    public async Task Claimers_ManyAtOnce_ClaimEachAccountOnce()
    {
        var shop = await Shop.OpenAsync(factory);
        for (var n = 0; n < 20; n++) await shop.ConnectAsync();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => factory.InScopeAsync(services => services.GetRequiredService<DailyCollection>().ClaimAsync(Ct))));

        Assert.Equal(21, await factory.WithDbAsync(db => db.CollectionRuns.CountAsync(run => run.WorkspaceId == shop.WorkspaceId, Ct)));
    }

    [Fact]
    public async Task Claim_AnAccountWithManyPosts_NamesItsFiftyNewest()
    {
        await using var probe = await factory.ProbeAsync(types => types.Capture<CollectInstagramInsightsRequested>());
        var shop = await Shop.OpenAsync(factory);
        await factory.SaveAsync([.. Enumerable.Range(1, 60).Select(n => shop.NewPublishedPost($"m{n}", Shop.Noon.AddHours(-n)))]);
        await factory.SaveAsync(shop.NewFailedPost(Shop.Noon));

        await factory.InScopeAsync(services => services.GetRequiredService<DailyCollection>().ClaimAsync(Ct));

        var command = await probe.ReceivedAsync<CollectInstagramInsightsRequested>(message => message.AccountId == shop.AccountId && message.Day == Shop.Today);
        Assert.Equal(Enumerable.Range(1, 50).Select(n => $"m{n}"), command.PlatformMediaIds);
    }

    [Fact]
    public async Task Claim_ADisconnectedAccount_LeavesItOut()
    {
        var shop = await Shop.OpenAsync(factory);
        await factory.WithDbAsync(db => db.ClientAccounts.Where(a => a.Id == shop.AccountId).ExecuteUpdateAsync(set => set.SetProperty(a => a.IsActive, false), Ct));

        await factory.InScopeAsync(services => services.GetRequiredService<DailyCollection>().ClaimAsync(Ct));

        Assert.False(await factory.WithDbAsync(db => db.CollectionRuns.AnyAsync(run => run.AccountId == shop.AccountId, Ct)));
    }
}
