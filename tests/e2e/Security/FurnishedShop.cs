using SocialSelling.Demo;

namespace SocialSelling.E2E.Tests.Security;

/// <summary>A connected shop with something in every drawer: a message, a picture, a post, an invitation, a role, an API key, an export.</summary>
internal sealed class FurnishedShop : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly string[] OnlyConversations = ["conversations.read"];
    private readonly ConnectedShop shop;

    private FurnishedShop(ConnectedShop shop, string exportId) => (this.shop, ExportId) = (shop, exportId);

    /// <summary>An export of the workspace, asked for after all else was there.</summary>
    public string ExportId { get; }

    public SuiteClient Suite => shop.Suite;

    public static async Task<FurnishedShop> OpenAsync(StackFixture stack, CancellationToken ct)
    {
        var shop = await ConnectedShop.OpenAsync(stack.Addresses, "tenant", ct);
        await shop.CustomerWritesAsync("curious", "Is it still there?", ct);
        await FillPublisherAsync(shop, ct);
        await FillIdentityAsync(shop, ct);
        await Polling.UntilAsync("the message", async () => (await shop.InboundTextsAsync(ct)).Count is var count and > 0 ? count : (int?)null, Patience, ct);
        var export = await shop.Suite.PostAsync("privacy/exports", new { scope = "workspace" }, ct);
        return new FurnishedShop(shop, export.GetProperty("id").GetString()!);
    }

    public void Dispose() => shop.Dispose();

    private static async Task FillPublisherAsync(ConnectedShop shop, CancellationToken ct)
    {
        await using var picture = typeof(DemoScenario).Assembly.GetManifestResourceStream("picture.jpg")!;
        var bytes = new byte[picture.Length];
        await picture.ReadExactlyAsync(bytes, ct);
        var media = await shop.Suite.UploadAsync(bytes, "picture.jpg", "image/jpeg", ct);
        await shop.Suite.PostAsync(
            "posts",
            new { accountId = shop.AccountId, mediaId = media.GetProperty("id").GetString(), caption = "Later", scheduledTime = DateTimeOffset.UtcNow.AddDays(7) },
            ct);
    }

    private static async Task FillIdentityAsync(ConnectedShop shop, CancellationToken ct)
    {
        var me = await shop.Suite.GetAsync("auth/me", ct);
        using var mail = new MailBox(StackFixture.MailCatcher, me.GetProperty("email").GetString()!);
        await shop.Suite.PostAsync("auth/email/verify", new { token = await mail.TokenAsync("verify-email", ct) }, ct);
        var workspace = (await shop.Suite.GetAsync("workspaces", ct)).GetProperty("data")[0].GetProperty("id").GetString();
        await shop.Suite.PostAsync($"workspaces/{workspace}/roles", new { name = "Looker", permissions = OnlyConversations }, ct);
        await shop.Suite.PostAsync($"workspaces/{workspace}/invitations", new { email = $"guest-{shop.Run}@example.com", role = "viewer" }, ct);
        await shop.Suite.PostAsync("api-keys", new { name = "Tenant", scopes = OnlyConversations }, ct);
    }
}
