using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Analytics.Tests.Support;
using SocialSelling.Contracts.Access;
using SocialSelling.Contracts.Instagram;
using SocialSelling.Testing;
using Xunit;

namespace SocialSelling.Analytics.Tests.Features;

public sealed class RefreshTests(AnalyticsFactory factory)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Refresh_TwiceWithinAMinute_IsRefusedTheSecondTime()
    {
        await using var probe = await factory.ProbeAsync(types => types.Capture<CollectInstagramInsightsRequested>());
        var shop = await Shop.OpenAsync(factory);

        Assert.Equal(HttpStatusCode.Accepted, (await shop.RefreshAsync(shop.AccountId)).StatusCode);
        var refused = await shop.RefreshAsync(shop.AccountId);

        await refused.AssertProblemAsync(HttpStatusCode.TooManyRequests, "ANALYTICS_001");
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        await probe.ReceivedAsync<CollectInstagramInsightsRequested>(command => command.AccountId == shop.AccountId && command.Day == Shop.Today);
        await factory.WithDbAsync(db => db.ClientAccounts.Where(a => a.Id == shop.AccountId)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.RefreshedAt, DateTimeOffset.UtcNow.AddSeconds(-61)), Ct));
        Assert.Equal(HttpStatusCode.Accepted, (await shop.RefreshAsync(shop.AccountId)).StatusCode);
    }

    [Fact]
    public async Task Refresh_ManyAtOnce_IsGrantedOnce()
    {
        await using var probe = await factory.ProbeAsync(types => types.Capture<CollectInstagramInsightsRequested>());
        var shop = await Shop.OpenAsync(factory);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => shop.RefreshAsync(shop.AccountId)));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Refresh_OfAnotherWorkspacesAccount_IsNotFound()
    {
        var (shop, other) = (await Shop.OpenAsync(factory), await Shop.OpenAsync(factory));
        await (await other.RefreshAsync(shop.AccountId)).AssertProblemAsync(HttpStatusCode.NotFound, "ACCOUNT_001");
    }

    [Fact]
    public async Task Refresh_OfADisconnectedAccount_AnswersIg003()
    {
        var shop = await Shop.OpenAsync(factory);
        await factory.WithDbAsync(db => db.ClientAccounts.Where(a => a.Id == shop.AccountId).ExecuteUpdateAsync(set => set.SetProperty(a => a.IsActive, false), Ct));
        await (await shop.RefreshAsync(shop.AccountId)).AssertProblemAsync(HttpStatusCode.BadRequest, "IG_003", "accountId");
    }

    [Fact]
    public async Task Refresh_WithoutAnAccount_NamesTheField()
    {
        var shop = await Shop.OpenAsync(factory);
        await (await shop.Http.PostAsJsonAsync("/api/v1/analytics/refresh", new { }, Ct)).AssertProblemAsync(HttpStatusCode.BadRequest, "VALIDATION_001", "accountId");
    }

    [Fact]
    public async Task Refresh_WithoutThePermission_Answers403()
    {
        using var viewer = factory.CreateClient(Guid.CreateVersion7(), Guid.CreateVersion7(), Permissions.AnalyticsRead);
        var response = await viewer.PostAsJsonAsync("/api/v1/analytics/refresh", new { accountId = Guid.CreateVersion7() }, Ct);
        await response.AssertProblemAsync(HttpStatusCode.Forbidden, "USER_002");
    }
}
