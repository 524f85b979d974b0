using System.Net.Http.Json;
using System.Text.Json;
using SocialSelling.Contracts.Access;
using SocialSelling.Publisher.Domain;
using Xunit;

namespace SocialSelling.Publisher.Tests.Support;

/// <summary>A workspace of its own for one test: an owner, a connected account and a picture.</summary>
internal sealed class Shop
{
    private readonly PublisherFactory _factory;

    private Shop(PublisherFactory factory)
    {
        _factory = factory;
        Http = factory.CreateClient(UserId, WorkspaceId, [.. Permissions.All]);
    }

    public Guid WorkspaceId { get; } = Guid.CreateVersion7();

    public Guid UserId { get; } = Guid.CreateVersion7();

    public Guid AccountId { get; } = Guid.CreateVersion7();

    public MediaAsset Media { get; private set; } = null!;

    public HttpClient Http { get; }

    public static async Task<Shop> OpenAsync(PublisherFactory factory)
    {
        var shop = new Shop(factory);
        var account = ClientAccount.Create(shop.AccountId, shop.WorkspaceId, "instagram", $"17{Random.Shared.NextInt64(1_000_000_000)}");
        account.Connect(shop.WorkspaceId, account.PlatformAccountId, "shop", DateTimeOffset.UtcNow.AddDays(-1));
        shop.Media = shop.NewMedia(1080, 1080);
        await factory.SaveAsync(account, shop.Media);
        return shop;
    }

    public MediaAsset NewMedia(int width, int height) => MediaAsset.Create(
        WorkspaceId, $"media/{WorkspaceId:N}/{Guid.CreateVersion7():N}.jpg", new StoredImage("image/jpeg", 1000, new string('0', 64), width, height),
        "Alt text of the picture", UserId, DateTimeOffset.UtcNow);

    public ScheduledPost NewPost(TimeSpan dueIn, string? caption = null) => ScheduledPost.Create(
        AccountId, Media, caption, null, DateTimeOffset.UtcNow + dueIn, UserId, DateTimeOffset.UtcNow);

    /// <summary>A post that instagram is at work on.</summary>
    public async Task<ScheduledPost> NewPublishingPostAsync()
    {
        var post = NewPost(TimeSpan.FromSeconds(-1), "A caption");
        post.StartPublishing(DateTimeOffset.UtcNow);
        await _factory.SaveAsync(post);
        return post;
    }

    public Task<HttpResponseMessage> ScheduleAsync(object body) => Http.PostAsJsonAsync("/api/v1/posts", body, Ct);

    public async Task<string> StatusOfAsync(Guid postId) => (await GetAsync($"/api/v1/posts/{postId}")).GetProperty("status").GetString()!;

    public Task<JsonElement> GetAsync(string path) => Http.GetFromJsonAsync<JsonElement>(path, Ct);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
