using SocialSelling.Demo;

namespace SocialSelling.E2E.Tests;

/// <summary>A stream of customers' messages while a process is killed: none may be missing, none may be doubled.</summary>
public sealed class CrashTests(StackFixture stack)
{
    private const int Messages = 500;

    [Theory]
    [InlineData("rabbitmq")]
    [InlineData("messaging")]
    [InlineData("instagram")]
    [InlineData("postgres")]
    public async Task Storm_ProcessKilled_EveryMessageInTheInboxOnce(string victim)
    {
        var ct = TestContext.Current.CancellationToken;
        using var shop = await ConnectedShop.OpenAsync(stack.Addresses, "crash", ct);
        await shop.Simulator.PostAsync("storm", new { userId = shop.MetaAccount, people = 20, messages = Messages, perSecond = 100 }, ct);
        await Polling.UntilAsync<bool>(
            "the stream to flow", async () => (await shop.InboundTextsAsync(ct)).Count >= 50 ? true : null, TimeSpan.FromSeconds(30), ct);

        stack.Kill(victim);
        await stack.UpAsync();

        var texts = await Polling.UntilAsync<Texts>(
            $"all {Messages} messages in the inbox",
            async () => await shop.InboundTextsAsync(ct) is { Count: >= Messages } all ? new Texts(all) : null,
            TimeSpan.FromMinutes(2),
            ct);
        Assert.Equal(Messages, texts.All.Count);
        Assert.Equal(Messages, texts.All.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Reply_WhileRabbitMqIsDown_IsAcceptedAndSentAfterwards()
    {
        var ct = TestContext.Current.CancellationToken;
        using var shop = await ConnectedShop.OpenAsync(stack.Addresses, "outbox", ct);
        await shop.CustomerWritesAsync("customer_one", "Hello", ct);
        var conversation = await Polling.UntilAsync<Guid>("the conversation", () => FirstConversationAsync(shop, ct), TimeSpan.FromSeconds(20), ct);

        stack.Kill("rabbitmq");
        var reply = await shop.Suite.PostAsync($"conversations/{conversation}/messages", new { text = "Good day" }, ct);
        Assert.Equal("queued", reply.GetProperty("state").GetString());
        await stack.UpAsync();

        var path = $"messages/{reply.GetProperty("id").GetString()}";
        await Polling.UntilAsync<bool>(
            "the reply to be sent",
            async () => (await shop.Suite.GetAsync(path, ct)).GetProperty("state").GetString() == "sent" ? true : null,
            TimeSpan.FromMinutes(1),
            ct);
        var chat = await shop.Simulator.GetAsync($"accounts/{shop.MetaAccount}/people/customer_one/chat", ct);
        Assert.Single(chat.EnumerateArray(), message => message.GetProperty("text").GetString() == "Good day");
    }

    private static async Task<Guid?> FirstConversationAsync(ConnectedShop shop, CancellationToken ct)
    {
        var inbox = await shop.Suite.GetAsync("conversations", ct);
        return inbox.GetProperty("data") is { } data && data.GetArrayLength() > 0 ? data[0].GetProperty("id").GetGuid() : null;
    }

    private readonly record struct Texts(List<string> All);
}
