using SocialSelling.Contracts.Instagram;
using SocialSelling.Instagram.Tests.Support;
using SocialSelling.Testing.Meta;

namespace SocialSelling.Instagram.Tests.Sending;

public sealed class SendingTests(InstagramFactory factory) : IAsyncLifetime
{
    private const string Person = "ana";

    private TestAccount _account = null!;
    private string _igsid = "";

    public async ValueTask InitializeAsync()
    {
        _account = await factory.ConnectAccountAsync();
        (_, _igsid) = await _account.CustomerWritesAsync(Person, "hello");
    }

    public async ValueTask DisposeAsync() => await SimulatorHost.ClearFaultsAsync();

    [Fact]
    public async Task Send_Text_IsSentAndItsEchoIsNotReported()
    {
        var request = await SendAsync("We have it");

        var sent = await SentAsync(request);

        Assert.Equal(1, await _account.TimesInChatAsync(Person, "We have it"));
        var marker = await _account.OwnerTypesAsync(Person, "marker");
        await factory.Bus.ReceivedAsync<MessageEchoReceived>(m => m.PlatformMessageId == marker);
        Assert.DoesNotContain(factory.Bus.Of<MessageEchoReceived>(), m => m.PlatformMessageId == sent.PlatformMessageId);
    }

    [Fact]
    public async Task Send_SameRequestTwice_IsSentOnce()
    {
        var request = _account.Send(_igsid, "only once");

        await factory.Bus.PublishAsync(request);
        await factory.Bus.PublishAsync(request);
        await SentAsync(request);
        var next = await SendAsync("next");
        await SentAsync(next);

        Assert.Equal(1, await _account.TimesInChatAsync(Person, "only once"));
        Assert.Single(factory.Bus.Of<MessageSent>(), m => m.MessageId == request.MessageId);
    }

    [Fact]
    public async Task Send_TwentyInOneConversation_KeepsTheirOrder()
    {
        var conversation = Guid.CreateVersion7();
        var requests = Enumerable.Range(0, 20).Select(i => _account.Send(_igsid, $"part {i:00}", conversation)).ToList();

        foreach (var request in requests)
        {
            await factory.Bus.PublishAsync(request);
        }

        await SentAsync(requests[^1]);
        var chat = await SimulatorHost.GetAsync($"/control/accounts/{_account.UserId}/people/{Person}/chat");
        var texts = chat.EnumerateArray().Select(m => m.GetProperty("text").GetString()!).Where(t => t.StartsWith("part", StringComparison.Ordinal)).ToList();
        Assert.Equal(requests.Select(r => r.Text), texts);
    }

    [Theory]
    [InlineData(10, 2534022, "MSG_004")]
    [InlineData(551, null, "MSG_005")]
    [InlineData(200, 2534041, "MSG_002")]
    [InlineData(190, 463, "IG_003")]
    public async Task Send_RefusedForGood_FailsWithItsCode(int code, int? subcode, string expected)
    {
        await SimulatorHost.FaultAsync(new { kind = "error", path = "/messages", code, subcode, count = 0 });

        var request = await SendAsync($"refused {code}");

        var failed = await FailedAsync(request);
        Assert.Equal(expected, failed.Code);
        Assert.NotEmpty(failed.Reason);
        Assert.Equal(0, await _account.TimesInChatAsync(Person, request.Text));
    }

    [Fact]
    public async Task Send_TooLong_FailsWithoutACall()
    {
        var request = await SendAsync(new string('ж', 501));

        Assert.Equal("MSG_002", (await FailedAsync(request)).Code);
    }

    [Fact]
    public async Task Send_RateLimited_IsSentLater()
    {
        await SimulatorHost.FaultAsync(new { kind = "error", path = "/messages", code = 613, count = 2 });

        var request = await SendAsync("patience");

        await SentAsync(request);
        Assert.Equal(1, await _account.TimesInChatAsync(Person, "patience"));
    }

    [Theory]
    [InlineData("lost_response")]
    [InlineData("timeout_after")]
    [InlineData("error_after")]
    [InlineData("invalid_json")]
    public async Task Send_AnswerLostAfterTheEffect_IsSentOnceAndKnown(string kind)
    {
        await SimulatorHost.FaultAsync(new { kind, path = "/messages", code = 1, subcode = 1357046 });

        var request = await SendAsync($"lost {kind}");

        await SentAsync(request);
        Assert.Equal(1, await _account.TimesInChatAsync(Person, request.Text));
    }

    [Fact]
    public async Task Send_AnswerAndEchoLost_IsFoundInTheConversation()
    {
        await SimulatorHost.FaultAsync(new { kind = "lost_response", path = "/messages" });
        await SimulatorHost.FaultAsync(new { kind = "webhook_hold", count = 0 });

        var request = await SendAsync("no echo");

        await SentAsync(request);
        Assert.Equal(1, await _account.TimesInChatAsync(Person, "no echo"));
        await SimulatorHost.ClearFaultsAsync();
        await SimulatorHost.PostAsync("/control/webhook/release", new { });
        var marker = await _account.OwnerTypesAsync(Person, "after the held echo");
        await factory.Bus.ReceivedAsync<MessageEchoReceived>(m => m.PlatformMessageId == marker);
        Assert.DoesNotContain(factory.Bus.Of<MessageEchoReceived>(), m => m.Text == "no echo");
    }

    [Theory]
    [InlineData("timeout_before")]
    [InlineData("html")]
    [InlineData("reset")]
    public async Task Send_FailedBeforeTheEffect_IsSentOnceInTheEnd(string kind)
    {
        await SimulatorHost.FaultAsync(new { kind, path = "/messages" });

        var request = await SendAsync($"before {kind}");

        await SentAsync(request);
        Assert.Equal(1, await _account.TimesInChatAsync(Person, request.Text));
    }

    private async Task<SendInstagramMessageRequested> SendAsync(string text)
    {
        var request = _account.Send(_igsid, text);
        await factory.Bus.PublishAsync(request);
        return request;
    }

    private Task<MessageSent> SentAsync(SendInstagramMessageRequested request) =>
        factory.Bus.ReceivedAsync<MessageSent>(m => m.MessageId == request.MessageId, TimeSpan.FromSeconds(40));

    private Task<MessageSendFailed> FailedAsync(SendInstagramMessageRequested request) =>
        factory.Bus.ReceivedAsync<MessageSendFailed>(m => m.MessageId == request.MessageId);
}
