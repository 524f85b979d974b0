using System.Net.Http.Json;
using System.Text.Json;
using SocialSelling.Analytics.Domain;
using SocialSelling.Contracts.Access;
using SocialSelling.Contracts.Instagram;
using SocialSelling.Contracts.Publisher;
using Xunit;

namespace SocialSelling.Analytics.Tests.Support;

/// <summary>A workspace of its own for one test, with a connected account.</summary>
internal sealed class Shop
{
    private readonly AnalyticsFactory _factory;

    private Shop(AnalyticsFactory factory)
    {
        _factory = factory;
        Http = factory.CreateClient(Guid.CreateVersion7(), WorkspaceId, [.. Permissions.All]);
    }

    public Guid WorkspaceId { get; } = Guid.CreateVersion7();

    public Guid AccountId { get; private set; }

    public HttpClient Http { get; }

    public static DateTimeOffset Noon { get; } = new(DateTime.UtcNow.Date.AddHours(12), TimeSpan.Zero);

    public static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    public static async Task<Shop> OpenAsync(AnalyticsFactory factory)
    {
        var shop = new Shop(factory);
        shop.AccountId = await shop.ConnectAsync();
        return shop;
    }

    public async Task<Guid> ConnectAsync()
    {
        var account = ClientAccount.Create(Guid.CreateVersion7(), WorkspaceId, "instagram", $"17{Random.Shared.NextInt64(1_000_000_000)}");
        account.Connect(WorkspaceId, account.PlatformAccountId, "shop", DateTimeOffset.UtcNow.AddDays(-1));
        await _factory.SaveAsync(account);
        return account.Id;
    }

    public AccountSnapshot NewSnapshot(DateOnly day, Dictionary<string, long> metrics, Guid? account = null)
    {
        var snapshot = AccountSnapshot.Create(WorkspaceId, account ?? AccountId, day);
        snapshot.Apply(metrics, new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero));
        return snapshot;
    }

    public TrackedPost NewPublishedPost(string media, DateTimeOffset at)
    {
        var post = TrackedPost.Create(Guid.CreateVersion7(), WorkspaceId, AccountId);
        post.MarkPublished(media, $"https://instagram.test/p/{media}", "A caption", at);
        return post;
    }

    public TrackedPost NewFailedPost(DateTimeOffset at)
    {
        var post = TrackedPost.Create(Guid.CreateVersion7(), WorkspaceId, AccountId);
        post.MarkFailed("POST_002", "Refused", at);
        return post;
    }

    public PostMetrics NewMetrics(string media, Dictionary<string, long> metrics)
    {
        var figures = PostMetrics.Create(WorkspaceId, AccountId, media);
        figures.Apply(metrics, DateTimeOffset.UtcNow);
        return figures;
    }

    public AccountInsightsCollected Insights(DateOnly day, Dictionary<string, long> metrics, DateTimeOffset at) =>
        new() { WorkspaceId = WorkspaceId, AccountId = AccountId, Day = day, Metrics = metrics, OccurredAt = at };

    public MediaInsightsCollected MediaInsights(string media, Dictionary<string, long> metrics, DateTimeOffset at) =>
        new() { WorkspaceId = WorkspaceId, AccountId = AccountId, PlatformMediaId = media, Metrics = metrics, OccurredAt = at };

    public PostPublished Published(Guid postId, string media, DateTimeOffset at) => new()
    {
        WorkspaceId = WorkspaceId,
        AccountId = AccountId,
        PostId = postId,
        PlatformMediaId = media,
        Caption = "A caption",
        PublishedAt = at,
        OccurredAt = at,
    };

    public PostPublishFailed Failed(Guid postId, DateTimeOffset at) =>
        new() { WorkspaceId = WorkspaceId, AccountId = AccountId, PostId = postId, Code = "POST_002", Reason = "Refused", OccurredAt = at };

    public Task<JsonElement> GetAsync(string path) => Http.GetFromJsonAsync<JsonElement>(path, TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> RefreshAsync(Guid accountId) =>
        Http.PostAsJsonAsync("/api/v1/analytics/refresh", new { accountId }, TestContext.Current.CancellationToken);
}
