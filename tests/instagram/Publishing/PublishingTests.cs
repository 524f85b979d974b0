using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Contracts.Instagram;
using SocialSelling.Instagram.Data;
using SocialSelling.Instagram.Domain.Publishing;
using SocialSelling.Instagram.Tests.Support;
using SocialSelling.Testing.Meta;

namespace SocialSelling.Instagram.Tests.Publishing;

public sealed class PublishingTests(InstagramFactory factory) : IAsyncLifetime
{
    private TestAccount _account = null!;

    public async ValueTask InitializeAsync() => _account = await factory.ConnectAccountAsync();

    public async ValueTask DisposeAsync() => await SimulatorHost.ClearFaultsAsync();

    [Fact]
    public async Task Publish_Image_IsLiveOnce()
    {
        var request = await PublishAsync("autumn");
        await factory.Bus.PublishAsync(request);

        var published = await PublishedAsync(request);

        Assert.NotEmpty(published.PlatformMediaId);
        Assert.StartsWith("http", published.Permalink, StringComparison.Ordinal);
        Assert.Equal(["autumn"], await _account.FeedAsync());
    }

    [Theory]
    [InlineData("lost_response")]
    [InlineData("timeout_after")]
    [InlineData("error_after")]
    [InlineData("invalid_json")]
    public async Task Publish_AnswerLostAfterTheEffect_IsLiveOnceAndKnown(string kind)
    {
        await SimulatorHost.FaultAsync(new { kind, path = "/media_publish" });

        var request = await PublishAsync($"lost {kind}");

        await PublishedAsync(request);
        Assert.Equal([request.Caption!], await _account.FeedAsync());
    }

    [Theory]
    [InlineData("timeout_before", "/media_publish")]
    [InlineData("reset", "/media_publish")]
    [InlineData("html", "/media_publish")]
    [InlineData("lost_response", "/media")]
    [InlineData("timeout_before", "/media")]
    public async Task Publish_StepFailsOnce_IsLiveOnceInTheEnd(string kind, string path)
    {
        await SimulatorHost.FaultAsync(new { kind, path, method = "POST" });

        var request = await PublishAsync($"{kind} {path}");

        await PublishedAsync(request);
        Assert.Equal([request.Caption!], await _account.FeedAsync());
    }

    [Fact]
    public async Task Publish_NotReadyYet_IsLiveOnceReady()
    {
        await SimulatorHost.FaultAsync(new { kind = "error", path = "/media_publish", code = 9007, subcode = 2207027 });

        var request = await PublishAsync("early");

        await PublishedAsync(request);
        Assert.Equal(["early"], await _account.FeedAsync());
    }

    [Fact]
    public async Task Publish_ContainerNeverReady_FailsWithTheReason()
    {
        await SimulatorHost.FaultAsync(new { kind = "container_stuck" });

        var failed = await FailedAsync(await PublishAsync("stuck"));

        Assert.Equal("POST_002", failed.Code);
        Assert.Empty(await _account.FeedAsync());
    }

    [Fact]
    public async Task Publish_PictureCannotBeFetched_FailsWithTheReason()
    {
        var request = _account.Publish(factory.Images.Missing, "nowhere");
        await factory.Bus.PublishAsync(request);

        Assert.Equal("POST_003", (await FailedAsync(request)).Code);
    }

    [Fact]
    public async Task Publish_DailyQuota_FailsWithTheReason()
    {
        await SimulatorHost.FaultAsync(new { kind = "error", path = "/media_publish", code = 9, subcode = 2207042 });

        Assert.Equal("IG_002", (await FailedAsync(await PublishAsync("too many"))).Code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Publish_LeftBehindByACrash_IsLiveOnce(bool whilePublishing)
    {
        var request = _account.Publish(factory.Images.Picture, $"crashed {whilePublishing}");
        await LeaveBehindAsync(request, whilePublishing);

        await PublishedAsync(request);
        Assert.Equal([request.Caption!], await _account.FeedAsync());
    }

    private async Task<PublishInstagramMediaRequested> PublishAsync(string caption)
    {
        var request = _account.Publish(factory.Images.Picture, caption);
        await factory.Bus.PublishAsync(request);
        return request;
    }

    private Task<InstagramMediaPublished> PublishedAsync(PublishInstagramMediaRequested request) =>
        factory.Bus.ReceivedAsync<InstagramMediaPublished>(m => m.PostId == request.PostId, TimeSpan.FromSeconds(40));

    private Task<InstagramMediaPublishFailed> FailedAsync(PublishInstagramMediaRequested request) =>
        factory.Bus.ReceivedAsync<InstagramMediaPublishFailed>(m => m.PostId == request.PostId, TimeSpan.FromSeconds(40));

    private async Task LeaveBehindAsync(PublishInstagramMediaRequested request, bool whilePublishing)
    {
        var containerId = await CreateContainerAsync(request);
        await factory.InScopeAsync(async services =>
        {
            var now = DateTimeOffset.UtcNow;
            var db = services.GetRequiredService<InstagramDbContext>();
            var publication = MediaPublication.Create(
                request.PostId, request.WorkspaceId, request.AccountId, request.ImageUrl, request.Caption, request.AltText, now);
            publication.BeginContainer();
            if (whilePublishing)
            {
                publication.ContainerMade(containerId, now);
                publication.ContainerReady();
                publication.BeginPublishing(now);
            }

            db.MediaPublications.Add(publication);
            return await db.SaveChangesAsync();
        });
    }

    private async Task<string> CreateContainerAsync(PublishInstagramMediaRequested request)
    {
        var token = await SimulatorHost.LoginAsync(_account.Username);
        var answer = await SimulatorHost.PostAsync(
            $"/graph/v26.0/{_account.UserId}/media?access_token={token}", new { image_url = request.ImageUrl, caption = request.Caption });
        return answer.GetProperty("id").GetString()!;
    }
}
