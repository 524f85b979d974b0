using SocialSelling.Contracts.Instagram;
using SocialSelling.Contracts.Publisher;
using SocialSelling.Publisher.Domain;
using SocialSelling.Publisher.Tests.Support;
using SocialSelling.Testing;
using Xunit;

namespace SocialSelling.Publisher.Tests.Posts;

public sealed class PostResultTests(PublisherFactory factory)
{
    [Fact]
    public async Task Published_MarksThePostAndTellsTheSuiteOnce()
    {
        await using var probe = await ProbeAsync();
        var shop = await Shop.OpenAsync(factory);
        var post = await shop.NewPublishingPostAsync();
        var result = Published(post);
        var messageId = Guid.CreateVersion7();

        await probe.PublishAsync(result, messageId);
        await probe.PublishAsync(result, messageId);
        await probe.PublishAsync(result);

        var published = await probe.ReceivedAsync<PostPublished>(message => message.PostId == post.Id);
        Assert.Equal((shop.WorkspaceId, shop.AccountId, "18001", "https://instagram.test/p/1", "A caption"),
            (published.WorkspaceId, published.AccountId, published.PlatformMediaId, published.Permalink, published.Caption));
        var shown = await shop.GetAsync($"/api/v1/posts/{post.Id}");
        Assert.Equal(("published", "18001"), (shown.GetProperty("status").GetString(), shown.GetProperty("platformPostId").GetString()));
        Assert.Equal(result.OccurredAt, shown.GetProperty("publishedAt").GetDateTimeOffset());
        await SettledAsync(probe, shop);
        Assert.Single(probe.Of<PostPublished>(), message => message.PostId == post.Id);
    }

    [Fact]
    public async Task PublishFailed_MarksThePostWithItsReason()
    {
        await using var probe = await ProbeAsync();
        var shop = await Shop.OpenAsync(factory);
        var post = await shop.NewPublishingPostAsync();

        await probe.PublishAsync(Failed(post));

        var failed = await probe.ReceivedAsync<PostPublishFailed>(message => message.PostId == post.Id);
        Assert.Equal(("POST_002", "Instagram refused the picture."), (failed.Code, failed.Reason));
        var shown = await shop.GetAsync($"/api/v1/posts/{post.Id}");
        Assert.Equal("failed", shown.GetProperty("status").GetString());
        Assert.Equal("Instagram refused the picture.", shown.GetProperty("errorDetails").GetProperty("reason").GetString());
    }

    [Fact]
    public async Task PublishFailed_AfterPublished_ChangesNothing()
    {
        await using var probe = await ProbeAsync();
        var shop = await Shop.OpenAsync(factory);
        var post = await shop.NewPublishingPostAsync();
        await probe.PublishAsync(Published(post));
        await probe.ReceivedAsync<PostPublished>(message => message.PostId == post.Id);

        await probe.PublishAsync(Failed(post));

        await SettledAsync(probe, shop);
        Assert.Equal("published", await shop.StatusOfAsync(post.Id));
        Assert.DoesNotContain(probe.Of<PostPublishFailed>(), message => message.PostId == post.Id);
    }

    [Fact]
    public async Task Published_AfterAFailure_CorrectsIt()
    {
        await using var probe = await ProbeAsync();
        var shop = await Shop.OpenAsync(factory);
        var post = await shop.NewPublishingPostAsync();
        await probe.PublishAsync(Failed(post));
        await probe.ReceivedAsync<PostPublishFailed>(message => message.PostId == post.Id);

        await probe.PublishAsync(Published(post));

        await probe.ReceivedAsync<PostPublished>(message => message.PostId == post.Id);
        Assert.Equal("published", await shop.StatusOfAsync(post.Id));
    }

    [Fact]
    public async Task Published_WithAnotherWorkspacesId_ChangesNothing()
    {
        await using var probe = await ProbeAsync();
        var shop = await Shop.OpenAsync(factory);
        var post = await shop.NewPublishingPostAsync();

        await probe.PublishAsync(Published(post) with { WorkspaceId = Guid.CreateVersion7() });

        await SettledAsync(probe, shop);
        Assert.Equal("publishing", await shop.StatusOfAsync(post.Id));
    }

    // A result sent after the ones in question has come out at the other end, so they have been consumed as well.
    private static async Task SettledAsync(BusProbe probe, Shop shop)
    {
        var (published, failed) = (await shop.NewPublishingPostAsync(), await shop.NewPublishingPostAsync());
        await probe.PublishAsync(Published(published));
        await probe.PublishAsync(Failed(failed));
        await probe.ReceivedAsync<PostPublished>(message => message.PostId == published.Id);
        await probe.ReceivedAsync<PostPublishFailed>(message => message.PostId == failed.Id);
    }

    // The host must run before anything is published, for its queues are made when it starts.
    private Task<BusProbe> ProbeAsync()
    {
        factory.CreateClient().Dispose();
        return BusProbe.StartAsync(types => types.Capture<PostPublished>().Capture<PostPublishFailed>());
    }

    private static InstagramMediaPublished Published(ScheduledPost post) => new()
    {
        WorkspaceId = post.WorkspaceId,
        AccountId = post.AccountId,
        PostId = post.Id,
        PlatformMediaId = "18001",
        Permalink = "https://instagram.test/p/1",
        OccurredAt = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds()),
    };

    private static InstagramMediaPublishFailed Failed(ScheduledPost post) => new()
    {
        WorkspaceId = post.WorkspaceId,
        AccountId = post.AccountId,
        PostId = post.Id,
        Code = "POST_002",
        Reason = "Instagram refused the picture.",
        OccurredAt = DateTimeOffset.UtcNow,
    };
}
