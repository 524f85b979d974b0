using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Publisher.Domain;
using SocialSelling.Publisher.Tests.Support;
using SocialSelling.Publisher.Workers;
using Xunit;

namespace SocialSelling.Publisher.Tests.Posts;

public sealed class CancelPostTests(PublisherFactory factory)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cancel_AScheduledPost_AnswersItCancelledAndASecondTimeConflicts()
    {
        var shop = await Shop.OpenAsync(factory);
        var post = shop.NewPost(TimeSpan.FromDays(1));
        await factory.SaveAsync(post);

        var cancelled = await (await CancelAsync(shop, post.Id)).JsonAsync(HttpStatusCode.OK);

        Assert.Equal("cancelled", cancelled.GetProperty("status").GetString());
        await (await CancelAsync(shop, post.Id)).AssertProblemAsync(HttpStatusCode.Conflict, "POST_004");
    }

    [Fact]
    public async Task Cancel_APostThatIsBeingPublished_Conflicts()
    {
        var shop = await Shop.OpenAsync(factory);
        var post = await shop.NewPublishingPostAsync();
        await (await CancelAsync(shop, post.Id)).AssertProblemAsync(HttpStatusCode.Conflict, "POST_004");
        Assert.Equal("publishing", await shop.StatusOfAsync(post.Id));
    }

    [Fact]
    public async Task Cancel_RacingWithTheClaim_IsDecidedByTheRow()
    {
        await factory.ClearDuePostsAsync();
        var shop = await Shop.OpenAsync(factory);
        var posts = Enumerable.Range(0, 40).Select(n => shop.NewPost(TimeSpan.FromSeconds(-n))).ToArray();
        await factory.SaveAsync([.. posts]);

        var cancels = posts.Select(post => CancelAsync(shop, post.Id)).ToList();
        var claims = Enumerable.Range(0, 4).Select(_ => factory.InScopeAsync(services => services.GetRequiredService<DuePostClaimer>().ClaimAsync(Ct))).ToList();
        var answers = await Task.WhenAll(cancels);
        await Task.WhenAll(claims);
        await factory.InScopeAsync(services => services.GetRequiredService<DuePostClaimer>().ClaimAsync(Ct));

        var states = await factory.WithDbAsync(db => db.ScheduledPosts.AsNoTracking().Where(p => p.AccountId == shop.AccountId).ToDictionaryAsync(p => p.Id, p => p.Status, Ct));
        var commands = await factory.WithDbAsync(db => db.OutboxMessages.AsNoTracking()
            .Where(message => message.Type.Contains("PublishInstagramMediaRequested")).Select(message => message.Payload).ToListAsync(Ct));
        for (var n = 0; n < posts.Length; n++)
        {
            var won = answers[n].StatusCode == HttpStatusCode.OK;
            Assert.Equal(won ? PostStatus.Cancelled : PostStatus.Publishing, states[posts[n].Id]);
            Assert.True(won || answers[n].StatusCode == HttpStatusCode.Conflict, answers[n].StatusCode.ToString());
            if (won) Assert.DoesNotContain(commands, command => command.Contains(posts[n].Id.ToString(), StringComparison.Ordinal));
        }
    }

    private static Task<HttpResponseMessage> CancelAsync(Shop shop, Guid id) => shop.Http.PostAsync($"/api/v1/posts/{id}/cancel", null, Ct);
}
