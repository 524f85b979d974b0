using SocialSelling.Demo;

namespace SocialSelling.E2E.Tests.Security;

/// <summary>A connected shop with something in every drawer: a message, a picture, a post.</summary>
internal sealed class FurnishedShop : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly ConnectedShop shop;

    private FurnishedShop(ConnectedShop shop) => this.shop = shop;

    public SuiteClient Suite => shop.Suite;

    public static async Task<FurnishedShop> OpenAsync(DemoAddresses addresses, CancellationToken ct)
    {
        var shop = await ConnectedShop.OpenAsync(addresses, "tenant", ct);
        await shop.CustomerWritesAsync("curious", "Is it still there?", ct);
        await using var picture = typeof(DemoScenario).Assembly.GetManifestResourceStream("picture.jpg")!;
        var bytes = new byte[picture.Length];
        await picture.ReadExactlyAsync(bytes, ct);
        var media = await shop.Suite.UploadAsync(bytes, "picture.jpg", "image/jpeg", ct);
        await shop.Suite.PostAsync(
            "posts",
            new { accountId = shop.AccountId, mediaId = media.GetProperty("id").GetString(), caption = "Later", scheduledTime = DateTimeOffset.UtcNow.AddDays(7) },
            ct);
        await Polling.UntilAsync("the message", async () => (await shop.InboundTextsAsync(ct)).Count is var count and > 0 ? count : (int?)null, Patience, ct);
        return new FurnishedShop(shop);
    }

    public void Dispose() => shop.Dispose();
}
