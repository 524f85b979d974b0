using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace SocialSelling.MetaSimulator.Tests;

public sealed class WebhookTests
{
    [Fact]
    public async Task Body_WithOtherThanAscii_IsEscapedAndSignedOverItsBytes()
    {
        using var simulator = new Simulator();
        await simulator.SubscribedTokenAsync();
        await simulator.CustomerWritesAsync("Grüße 👋 1/2");
        var webhook = await simulator.Webhooks.NextAsync();
        Assert.True(webhook.IsSigned);
        Assert.All(webhook.Body, value => Assert.InRange(value, 1, 127));
        Assert.Contains("Gr\\u00fc\\u00dfe", webhook.Text, StringComparison.Ordinal);
        Assert.Contains("\\ud83d\\udc4b", webhook.Text, StringComparison.Ordinal);
        Assert.Contains("1\\/2", webhook.Text, StringComparison.Ordinal);
        Assert.Equal("Grüße 👋 1/2", webhook.Event.GetProperty("message").GetProperty("text").GetString());
        Assert.True(webhook.Entry.GetProperty("time").GetInt64() > 1_000_000_000_000);
    }

    [Fact]
    public async Task NotSubscribed_GetsNothing()
    {
        using var simulator = new Simulator();
        var token = await simulator.SubscribedTokenAsync();
        await simulator.Http.DeleteAsync($"/graph/me/subscribed_apps?access_token={token}", TestContext.Current.CancellationToken);
        await simulator.CustomerWritesAsync("unheard");
        await simulator.PostAsync("/graph/me/subscribed_apps", token, ("subscribed_fields", "messages"));
        await simulator.CustomerWritesAsync("heard");
        Assert.Contains("\"heard\"", (await simulator.Webhooks.NextAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Subscription_OfUnknownField_IsRefused()
    {
        using var simulator = new Simulator();
        Errors.AssertError(await simulator.PostAsync("/graph/me/subscribed_apps", await simulator.TokenAsync(), ("subscribed_fields", "gossip")), 100);
    }

    [Fact]
    public async Task Failure_IsRetriedWithTheSameBytesUntilItSucceeds()
    {
        using var simulator = new Simulator();
        simulator.Webhooks.Answer = number => number switch { 1 => 503, 2 => null, _ => 200 };
        await simulator.SubscribedTokenAsync();
        await simulator.CustomerWritesAsync("stubborn");
        var first = await simulator.Webhooks.NextAsync();
        Assert.Equal(first.Body, (await simulator.Webhooks.NextAsync()).Body);
        await simulator.AdvanceAsync(TimeSpan.FromSeconds(2));
        Assert.Equal(first.Body, (await simulator.Webhooks.NextAsync()).Body);
        Assert.Equal("Delivered", await StateAsync(simulator, "Delivered"));
    }

    [Fact]
    public async Task FailingForAnHour_EndsTheSubscription()
    {
        using var simulator = new Simulator();
        simulator.Webhooks.Answer = _ => 500;
        await simulator.SubscribedTokenAsync();
        await simulator.CustomerWritesAsync("doomed");
        await simulator.Webhooks.NextAsync();
        await simulator.Webhooks.NextAsync();
        await simulator.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal("Dropped", await StateAsync(simulator, "Dropped"));
        var account = await simulator.GetAsync("/control/accounts/demo_shop");
        Assert.Equal(JsonValueKind.Null, account.GetProperty("subscribedFields").ValueKind);
    }

    [Fact]
    public async Task Handshake_NotPassed_KeepsWebhooksBackUntilItIs()
    {
        using var simulator = new Simulator();
        simulator.Webhooks.Verifies = false;
        await simulator.SubscribedTokenAsync();
        await simulator.CustomerWritesAsync("early");
        Assert.Equal("Retrying", await StateAsync(simulator, "Retrying"));
        Assert.True(simulator.Webhooks.IsEmpty);
        simulator.Webhooks.Verifies = true;
        Assert.True((await simulator.Webhooks.NextAsync()).IsSigned);
    }

    [Theory]
    [InlineData("webhook_bad_signature")]
    [InlineData("webhook_no_signature")]
    public async Task SignatureFault_HitsOneWebhook(string kind)
    {
        using var simulator = new Simulator();
        await simulator.SubscribedTokenAsync();
        await simulator.ControlAsync("faults", new { kind });
        await simulator.CustomerWritesAsync("one");
        Assert.False((await simulator.Webhooks.NextAsync()).IsSigned);
        await simulator.CustomerWritesAsync("two");
        Assert.True((await simulator.Webhooks.NextAsync()).IsSigned);
    }

    [Fact]
    public async Task Duplicate_IsSentTwice()
    {
        using var simulator = new Simulator();
        await simulator.SubscribedTokenAsync();
        await simulator.ControlAsync("faults", new { kind = "webhook_duplicate" });
        var (_, mid) = await simulator.CustomerWritesAsync("twice");
        Assert.Equal((mid, mid), ((await simulator.Webhooks.NextAsync()).Mid, (await simulator.Webhooks.NextAsync()).Mid));
    }

    [Fact]
    public async Task Held_IsSentOnRelease()
    {
        using var simulator = new Simulator();
        await simulator.SubscribedTokenAsync();
        await simulator.ControlAsync("faults", new { kind = "webhook_hold", count = 2 });
        await simulator.CustomerWritesAsync("held one");
        await simulator.CustomerWritesAsync("held two");
        var (_, free) = await simulator.CustomerWritesAsync("free");
        Assert.Equal(free, (await simulator.Webhooks.NextAsync()).Mid);
        Assert.Equal(2, (await simulator.ControlAsync("webhook/release", new { order = "reverse" })).GetProperty("released").GetInt32());
        await simulator.Webhooks.NextAsync();
        await simulator.Webhooks.NextAsync();
    }

    [Fact]
    public async Task Redelivery_ByHand_CarriesTheAskedSignature()
    {
        using var simulator = new Simulator();
        await simulator.SubscribedTokenAsync();
        await simulator.CustomerWritesAsync("again");
        var first = await simulator.Webhooks.NextAsync();
        var id = (await simulator.GetAsync("/control/deliveries")).GetProperty("data")[0].GetProperty("id").GetInt64();
        await simulator.ControlAsync($"deliveries/{id}/redeliver", new { signature = "invalid" });
        var again = await simulator.Webhooks.NextAsync();
        Assert.Equal(first.Body, again.Body);
        Assert.False(again.IsSigned);
        Assert.Equal(200, (await simulator.ControlAsync("webhook/raw", new { body = new { anything = "ä" } })).GetProperty("status").GetInt32());
        Assert.Equal("""{"anything":"\u00e4"}""", (await simulator.Webhooks.NextAsync()).Text);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task Storm_DeliversEveryMessageOnce(int batch)
    {
        using var simulator = new Simulator();
        await simulator.SubscribedTokenAsync();
        const int Messages = 300;
        await simulator.ControlAsync("storm", new { userId = "demo_shop", people = 10, messages = Messages, batch });
        var mids = new List<string>();
        while (mids.Count < Messages)
        {
            var body = JsonSerializer.Deserialize<JsonElement>((await simulator.Webhooks.NextAsync()).Body);
            mids.AddRange(body.GetProperty("entry").EnumerateArray().Select(entry =>
                entry.GetProperty("messaging")[0].GetProperty("message").GetProperty("mid").GetString()!));
        }

        var sent = await simulator.Http.GetFromJsonAsync<JsonElement>("/control/storm/messages", TestContext.Current.CancellationToken);
        Assert.Equal(sent.EnumerateArray().Select(message => message.GetProperty("mid").GetString()).Order(StringComparer.Ordinal), mids.Order(StringComparer.Ordinal));
        Assert.Equal(Messages, mids.Distinct().Count());
    }

    /// <summary>Reads the newest delivery until it is in the state or the test has waited long enough.</summary>
    private static async Task<string> StateAsync(Simulator simulator, string wanted)
    {
        var state = "";
        for (var tries = 0; tries < 2_000 && state != wanted; tries++)
        {
            state = (await simulator.GetAsync("/control/deliveries?limit=1")).GetProperty("data")[0].GetProperty("state").GetString()!;
        }

        return state;
    }
}
