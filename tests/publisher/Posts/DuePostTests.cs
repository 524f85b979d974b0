using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Contracts.Instagram;
using SocialSelling.Contracts.Publisher;
using SocialSelling.Publisher.Domain;
using SocialSelling.Publisher.Tests.Support;
using SocialSelling.Publisher.Workers;
using SocialSelling.Testing;
using Xunit;

namespace SocialSelling.Publisher.Tests.Posts;

public sealed class DuePostTests(PublisherFactory factory)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Worker_APostThatIsDue_HandsItOverWithAUrlForADay()
    {
        await factory.ClearDuePostsAsync();
        await using var probe = await BusProbe.StartAsync(types => types.Capture<PublishInstagramMediaRequested>());
        var shop = await Shop.OpenAsync(factory);
        await using var worker = await factory.StartWorkerAsync();

        var post = await (await shop.ScheduleAsync(new { shop.AccountId, mediaId = shop.Media.Id, caption = "Now" })).JsonAsync(HttpStatusCode.Created);

        var id = post.GetProperty("id").GetGuid();
        var command = await probe.ReceivedAsync<PublishInstagramMediaRequested>(message => message.PostId == id);
        Assert.Equal((shop.WorkspaceId, shop.AccountId, "Now", "Alt text of the picture"), (command.WorkspaceId, command.AccountId, command.Caption, command.AltText));
        var url = new Uri(command.ImageUrl);
        var expires = DateTimeOffset.FromUnixTimeSeconds(long.Parse(
            System.Web.HttpUtility.ParseQueryString(url.Query)["expires"]!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(("https", "suite.test", $"/objects/{shop.Media.ObjectKey}"), (url.Scheme, url.Host, url.AbsolutePath));
        Assert.True(expires > DateTimeOffset.UtcNow.AddHours(24), $"expires {expires}");
        Assert.Equal("publishing", await shop.StatusOfAsync(id));
    }

    [Fact]
    public async Task Worker_APostInASecond_HandsItOverAtItsTimeAndNeverBefore()
    {
        await factory.ClearDuePostsAsync();
        await using var probe = await BusProbe.StartAsync(types => types.Capture<PublishInstagramMediaRequested>());
        var shop = await Shop.OpenAsync(factory);
        await using var worker = await factory.StartWorkerAsync();
        var due = DateTimeOffset.UtcNow.AddSeconds(1.5);

        var post = await (await shop.ScheduleAsync(new { shop.AccountId, mediaId = shop.Media.Id, scheduledTime = due })).JsonAsync(HttpStatusCode.Created);

        var id = post.GetProperty("id").GetGuid();
        var command = await probe.ReceivedAsync<PublishInstagramMediaRequested>(message => message.PostId == id);
        Assert.InRange(command.OccurredAt - due, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Workers_TwoAtOnce_HandOverAHundredPostsOnceEach()
    {
        await factory.ClearDuePostsAsync();
        await using var probe = await BusProbe.StartAsync(types => types.Capture<PublishInstagramMediaRequested>());
        var shop = await Shop.OpenAsync(factory);
        var posts = Enumerable.Range(0, 100).Select(n => shop.NewPost(TimeSpan.FromSeconds(-n))).ToArray();
        await factory.SaveAsync([.. posts]);

        await using (await factory.StartWorkerAsync())
        await using (await factory.StartWorkerAsync())
        {
            await Eventually.That(() => Task.FromResult(probe.Of<PublishInstagramMediaRequested>().Count(m => m.AccountId == shop.AccountId) >= 100));
        }

        await Eventually.That(() => factory.WithDbAsync(db => db.OutboxMessages.AllAsync(message => !message.Payload.Contains(shop.AccountId.ToString()), Ct)));
        var handedOver = probe.Of<PublishInstagramMediaRequested>().Where(message => message.AccountId == shop.AccountId).Select(message => message.PostId);
        Assert.Equal(posts.Select(post => post.Id).Order(), handedOver.Order());
    }

    [Fact]
    public async Task Claimers_ManyAtOnce_ShareThePostsWithoutOverlap()
    {
        await factory.ClearDuePostsAsync();
        var shop = await Shop.OpenAsync(factory);
        await factory.SaveAsync([.. Enumerable.Range(0, 350).Select(n => shop.NewPost(TimeSpan.FromSeconds(-n)))]);

        var claimed = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => factory.InScopeAsync(async services =>
            await services.GetRequiredService<DuePostClaimer>().ClaimAsync(Ct))));

        Assert.Equal(350, claimed.Sum());
        Assert.Equal(350, await factory.WithDbAsync(db => db.ScheduledPosts.CountAsync(p => p.AccountId == shop.AccountId && p.Status == PostStatus.Publishing, Ct)));
    }

    [Fact]
    public async Task Worker_StoppedAndStartedAgain_HandsOverWhatCameDueMeanwhile()
    {
        await factory.ClearDuePostsAsync();
        await using var probe = await BusProbe.StartAsync(types => types.Capture<PublishInstagramMediaRequested>());
        var shop = await Shop.OpenAsync(factory);
        await using (await factory.StartWorkerAsync())
        {
            var warm = await (await shop.ScheduleAsync(new { shop.AccountId, mediaId = shop.Media.Id })).JsonAsync(HttpStatusCode.Created);
            await probe.ReceivedAsync<PublishInstagramMediaRequested>(message => message.PostId == warm.GetProperty("id").GetGuid());
        }

        var post = await (await shop.ScheduleAsync(new { shop.AccountId, mediaId = shop.Media.Id })).JsonAsync(HttpStatusCode.Created);
        var id = post.GetProperty("id").GetGuid();
        Assert.Equal("scheduled", await shop.StatusOfAsync(id));

        await using var restarted = await factory.StartWorkerAsync();
        await probe.ReceivedAsync<PublishInstagramMediaRequested>(message => message.PostId == id);
    }

    [Fact]
    public async Task Worker_ItsListeningConnectionKilled_GoesOn()
    {
        await factory.ClearDuePostsAsync();
        await using var probe = await BusProbe.StartAsync(types => types.Capture<PublishInstagramMediaRequested>());
        var shop = await Shop.OpenAsync(factory);
        await using var worker = await factory.StartWorkerAsync();
        var first = await (await shop.ScheduleAsync(new { shop.AccountId, mediaId = shop.Media.Id })).JsonAsync(HttpStatusCode.Created);
        await probe.ReceivedAsync<PublishInstagramMediaRequested>(message => message.PostId == first.GetProperty("id").GetGuid());

        await factory.Database.ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN publisher_posts'");

        var second = await (await shop.ScheduleAsync(new { shop.AccountId, mediaId = shop.Media.Id })).JsonAsync(HttpStatusCode.Created);
        await probe.ReceivedAsync<PublishInstagramMediaRequested>(message => message.PostId == second.GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task Worker_ThePostsAccountDisconnectedMeanwhile_FailsItAndSaysSo()
    {
        await factory.ClearDuePostsAsync();
        await using var probe = await BusProbe.StartAsync(types => types.Capture<PostPublishFailed>());
        var shop = await Shop.OpenAsync(factory);
        var post = shop.NewPost(TimeSpan.FromSeconds(-1));
        await factory.SaveAsync(post);
        await factory.WithDbAsync(db => db.ClientAccounts.Where(a => a.Id == shop.AccountId).ExecuteUpdateAsync(set => set.SetProperty(a => a.IsActive, false), Ct));

        await using var worker = await factory.StartWorkerAsync();

        var failed = await probe.ReceivedAsync<PostPublishFailed>(message => message.PostId == post.Id);
        Assert.Equal("IG_003", failed.Code);
        Assert.Equal("failed", await shop.StatusOfAsync(post.Id));
    }
}
