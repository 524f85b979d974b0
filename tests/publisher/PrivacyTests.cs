using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Contracts.Accounts;
using SocialSelling.Publisher.Tests.Support;
using SocialSelling.ServiceDefaults.Storage;
using SocialSelling.Testing;
using Xunit;

namespace SocialSelling.Publisher.Tests;

public sealed class PrivacyTests(PublisherFactory factory)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Export_Workspace_HoldsItsMediaAndPosts()
    {
        await using var privacy = await PrivacyProbe.StartAsync(factory);
        var (shop, other) = (await Shop.OpenAsync(factory), await Shop.OpenAsync(factory));
        var post = shop.NewPost(TimeSpan.FromDays(1), "Ещё есть? 😀");
        await factory.SaveAsync(post, other.NewPost(TimeSpan.FromDays(1)));

        var parts = await privacy.ExportWorkspaceAsync(shop.WorkspaceId);

        Assert.Equal("Ещё есть? 😀", Assert.Single(PrivacyProbe.Rows(parts, "posts.json")).GetProperty("caption").GetString());
        Assert.Equal(shop.Media.Id, Assert.Single(PrivacyProbe.Rows(parts, "media.json")).GetProperty("id").GetGuid());
        Assert.Equal(shop.AccountId, Assert.Single(PrivacyProbe.Rows(parts, "accounts.json")).GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task Erase_Workspace_TakesItsObjectsTooAndTouchesNoOther()
    {
        await using var privacy = await PrivacyProbe.StartAsync(factory);
        var (shop, other) = (await Shop.OpenAsync(factory), await Shop.OpenAsync(factory));
        var more = Enumerable.Range(0, 60).Select(_ => shop.NewMedia(1080, 1080)).ToArray();
        await factory.SaveAsync([.. more, shop.NewPost(TimeSpan.FromDays(1)), other.NewPost(TimeSpan.FromDays(1))]);
        var store = factory.Services.GetRequiredService<IObjectStore>();
        foreach (var media in more.Append(shop.Media).Append(other.Media))
        {
            await store.PutAsync(media.ObjectKey, new MemoryStream(Encoding.UTF8.GetBytes("picture")), "image/jpeg", Ct);
        }

        var traces = await factory.Database.FindAsync(other.WorkspaceId);
        var erased = await privacy.EraseWorkspaceAsync(shop.WorkspaceId);

        Assert.Equal((61, 1, 1), (erased["media"], erased["posts"], erased["accounts"]));
        Assert.Empty(await factory.Database.FindAsync(shop.WorkspaceId));
        Assert.Equal(traces, await factory.Database.FindAsync(other.WorkspaceId));
        foreach (var media in more.Append(shop.Media)) Assert.False(await store.ExistsAsync(media.ObjectKey, Ct));
        Assert.True(await store.ExistsAsync(other.Media.ObjectKey, Ct));
    }

    [Fact]
    public async Task Erased_WorkspaceWhoseAccountIsConnectedLate_StaysErased()
    {
        await using var privacy = await PrivacyProbe.StartAsync(factory);
        var shop = await Shop.OpenAsync(factory);
        await privacy.EraseWorkspaceAsync(shop.WorkspaceId);

        var eventId = Guid.CreateVersion7();
        await privacy.Bus.PublishAsync(new AccountConnected
        {
            WorkspaceId = shop.WorkspaceId,
            AccountId = shop.AccountId,
            Channel = "instagram",
            PlatformAccountId = "17841",
            Username = "late",
            Scopes = [],
            OccurredAt = DateTimeOffset.UtcNow,
        }, eventId);
        await Eventually.That(() => factory.WithDbAsync(db => db.InboxMessages.AnyAsync(row => row.MessageId == eventId, Ct)));

        Assert.Empty(await factory.Database.FindAsync(shop.WorkspaceId));
    }

    [Fact]
    public async Task Erase_User_MakesTheirPostsAndMediaNameless()
    {
        await using var privacy = await PrivacyProbe.StartAsync(factory);
        var shop = await Shop.OpenAsync(factory);
        await factory.SaveAsync(shop.NewPost(TimeSpan.FromDays(1)));

        var parts = await privacy.ExportUserAsync(shop.UserId);
        var erased = await privacy.EraseUserAsync(shop.UserId);

        Assert.Single(PrivacyProbe.Rows(parts, "created-posts.json"));
        Assert.Single(PrivacyProbe.Rows(parts, "uploaded-media.json"));
        Assert.Equal((1, 1), (erased["posts_made_nameless"], erased["media_made_nameless"]));
        Assert.Empty(await factory.Database.FindAsync(shop.UserId));
        Assert.NotEmpty(await factory.Database.FindAsync(shop.WorkspaceId));
    }
}
