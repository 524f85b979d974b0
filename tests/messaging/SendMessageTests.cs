using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Contracts.Instagram;
using SocialSelling.Testing;
using Xunit;

namespace SocialSelling.Messaging.Tests;

public sealed class SendMessageTests(MessagingFixture messaging)
{
    [Fact]
    public async Task Send_WindowOpen_QueuesAndAsksInstagramToSend()
    {
        var shop = await new Shop(messaging).ConnectAsync();
        var id = await shop.StartAsync();
        using var client = shop.Client();

        using var response = await client.PostJsonAsync(Messages(id), new { text = "Yes, in three sizes." });
        var message = await response.JsonAsync();

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal($"/api/v1/messages/{message.Id()}", response.Headers.Location?.OriginalString);
        Assert.Equal(("queued", "outbound", "api"), (message.Text("state"), message.Text("direction"), message.Text("source")));
        var command = await messaging.Bus.ReceivedAsync<SendInstagramMessageRequested>(sent => sent.MessageId == message.Id());
        Assert.Equal((shop.WorkspaceId, shop.AccountId, id), (command.WorkspaceId, command.AccountId, command.ConversationId));
        Assert.Equal(("5501", "Yes, in three sizes."), (command.ContactPlatformId, command.Text));
        Assert.Equal(message.ToString(), (await client.JsonAsync($"/api/v1/messages/{message.Id()}")).ToString());
        await Eventually.That(() => Task.FromResult(shop.Updates().Any(update => update.Messages.Any(item => item.Id == message.Id() && item.State == "queued"))));
        await Invariants.HoldAsync(shop);
    }

    [Fact]
    public async Task Send_WindowClosed_IsRefused()
    {
        var shop = await new Shop(messaging).ConnectAsync();
        var id = await shop.StartAsync(at: shop.Now.AddHours(-24).AddMinutes(-1));
        using var client = shop.Client();

        await client.PostJsonAsync(Messages(id), new { text = "late" }).RefusedAsync(HttpStatusCode.UnprocessableEntity, "MSG_004");
        Assert.Equal(1, await messaging.QueryAsync(db => db.Messages.CountAsync(row => row.WorkspaceId == shop.WorkspaceId)));
    }

    [Fact]
    public async Task Send_CustomerHasNeverWritten_IsRefused()
    {
        var shop = await new Shop(messaging).ConnectAsync();
        await shop.ReceiveAsync(shop.Echo("5501", "from the phone"));
        using var client = shop.Client();

        await client.PostJsonAsync(Messages(await shop.ConversationIdAsync("5501")), new { text = "x" })
            .RefusedAsync(HttpStatusCode.UnprocessableEntity, "MSG_004");
    }

    [Fact]
    public async Task Send_AccountDisconnected_IsRefused()
    {
        var shop = await new Shop(messaging).ConnectAsync();
        var id = await shop.StartAsync();
        await shop.DisconnectAsync();
        using var client = shop.Client();

        await client.PostJsonAsync(Messages(id), new { text = "x" }).RefusedAsync(HttpStatusCode.BadRequest, "IG_003");
    }

    [Fact]
    public async Task Send_AccountNotHeardOfYet_IsAccepted()
    {
        var shop = new Shop(messaging);
        var id = await shop.StartAsync();
        using var client = shop.Client();

        using var response = await client.PostJsonAsync(Messages(id), new { text = "x" });

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    [Theory]
    [InlineData("""{"text":""}""")]
    [InlineData("""{"text":"   "}""")]
    [InlineData("""{"text":null}""")]
    [InlineData("{}")]
    [InlineData("""{"text":7}""")]
    public async Task Send_UnusableBody_NamesTheField(string body)
    {
        var shop = await new Shop(messaging).ConnectAsync();
        var id = await shop.StartAsync();
        using var client = shop.Client();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var response = await client.PostAsync(Messages(id), content, TestContext.Current.CancellationToken);
        var problem = await response.JsonAsync();

        Assert.Equal((HttpStatusCode.BadRequest, "VALIDATION_001"), (response.StatusCode, problem.Text("code")));
        Assert.Equal("text", problem.GetProperty("errors")[0].Text("field"));
    }

    [Fact]
    public async Task Send_LongestText_CountsBytesNotCharacters()
    {
        var shop = await new Shop(messaging).ConnectAsync();
        var id = await shop.StartAsync();
        using var client = shop.Client();

        using var fits = await client.PostJsonAsync(Messages(id), new { text = new string('ә', 500) });
        Assert.Equal(HttpStatusCode.Accepted, fits.StatusCode);
        await client.PostJsonAsync(Messages(id), new { text = new string('ә', 500) + "x" }).RefusedAsync(HttpStatusCode.BadRequest, "VALIDATION_001");
    }

    [Fact]
    public async Task Send_SameIdempotencyKey_SendsOnce()
    {
        var shop = await new Shop(messaging).ConnectAsync();
        var id = await shop.StartAsync();
        var key = Guid.CreateVersion7().ToString();
        using var client = shop.Client();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PostAsync(client, id, key, "once")));
        var accepted = answers.Where(answer => answer.Status == HttpStatusCode.Accepted).ToList();
        var repeated = await PostAsync(client, id, key, "once");
        var other = await PostAsync(client, id, key, "twice");

        Assert.Single(accepted.Append(repeated).Select(answer => answer.Body.Id()).Distinct());
        Assert.All(answers, answer => Assert.True(answer.Status is HttpStatusCode.Accepted or HttpStatusCode.Conflict));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "IDEMPOTENCY_001"), (other.Status, other.Body.Text("code")));
        Assert.Equal(2, await messaging.QueryAsync(db => db.Messages.CountAsync(row => row.ConversationId == id)));
        await messaging.Bus.ReceivedAsync<SendInstagramMessageRequested>(sent => sent.ConversationId == id);
        Assert.Single(messaging.Bus.Of<SendInstagramMessageRequested>(), sent => sent.ConversationId == id);
    }

    [Fact]
    public async Task Send_ConcurrentWithIncoming_LosesNothing()
    {
        var shop = await new Shop(messaging).ConnectAsync();
        var id = await shop.StartAsync();
        using var client = shop.Client();

        var incoming = Enumerable.Range(0, 60).Select(n => shop.Message("5501", $"in {n}", shop.Now.AddMilliseconds(n))).ToArray();
        var sends = Enumerable.Range(0, 20).Select(n => client.PostJsonAsync(Messages(id), new { text = $"out {n}" })).ToArray();
        await shop.ReceiveAsync(incoming);

        Assert.All(await Task.WhenAll(sends), response => Assert.Equal(HttpStatusCode.Accepted, response.StatusCode));
        Assert.Equal(81, await messaging.QueryAsync(db => db.Messages.CountAsync(row => row.ConversationId == id)));
        await Invariants.HoldAsync(shop);
    }

    [Fact]
    public async Task Send_OtherWorkspace_IsNotFound()
    {
        var shop = await new Shop(messaging).ConnectAsync();
        var id = await shop.StartAsync();
        using var stranger = new Shop(messaging).Client();

        await stranger.PostJsonAsync(Messages(id), new { text = "x" }).RefusedAsync(HttpStatusCode.NotFound, "CONV_001");
    }

    [Fact]
    public async Task Send_WithoutPermission_IsForbidden()
    {
        var shop = await new Shop(messaging).ConnectAsync();
        var id = await shop.StartAsync();
        using var reader = messaging.CreateClient(Guid.CreateVersion7(), shop.WorkspaceId, Permissions.ConversationsRead);

        await reader.PostJsonAsync(Messages(id), new { text = "x" }).RefusedAsync(HttpStatusCode.Forbidden, "USER_002");
    }

    private static string Messages(Guid conversation) => $"/api/v1/conversations/{conversation}/messages";

    private static async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(HttpClient client, Guid id, string key, string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Messages(id)) { Content = JsonContent.Create(new { text }) };
        request.Headers.Add("Idempotency-Key", key);
        using var response = await client.SendAsync(request);
        return (response.StatusCode, (await response.JsonAsync()).Clone());
    }
}
