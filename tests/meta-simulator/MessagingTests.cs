using System.Net;
using System.Net.Http.Json;
using Xunit;
using static SocialSelling.MetaSimulator.Tests.Errors;

namespace SocialSelling.MetaSimulator.Tests;

public sealed class MessagingTests
{
    [Fact]
    public async Task Send_WithinWindow_ReachesThePersonAndEchoesWithTheSameMid()
    {
        using var simulator = new Simulator();
        var token = await simulator.SubscribedTokenAsync();
        var (igsid, mid) = await simulator.CustomerWritesAsync("hello");
        Assert.Equal(mid, (await simulator.Webhooks.NextAsync()).Mid);

        var answer = await Simulator.JsonAsync(await simulator.SendAsync(token, igsid, "welcome"));

        var echo = await simulator.Webhooks.NextAsync();
        Assert.Equal(answer.GetProperty("message_id").GetString(), echo.Mid);
        Assert.True(echo.Event.GetProperty("message").GetProperty("is_echo").GetBoolean());
        Assert.Equal(igsid, echo.Event.GetProperty("recipient").GetProperty("id").GetString());
        Assert.Equal(igsid, answer.GetProperty("recipient_id").GetString());
        var chat = await simulator.GetAsync("/control/accounts/demo_shop/people/customer_one/chat");
        Assert.Equal(["customer", "business"], chat.EnumerateArray().Select(message => message.GetProperty("from").GetString()));
    }

    [Fact]
    public async Task Send_EchoesNotSubscribed_SendsNoEcho()
    {
        using var simulator = new Simulator();
        var token = await simulator.SubscribedTokenAsync("messages");
        var (igsid, _) = await simulator.CustomerWritesAsync("one");
        await simulator.SendAsync(token, igsid, "no echo of this");
        await simulator.CustomerWritesAsync("two");
        var texts = new[] { await simulator.Webhooks.NextAsync(), await simulator.Webhooks.NextAsync() }.Select(webhook => webhook.Text).ToList();
        Assert.DoesNotContain(texts, text => text.Contains("no echo", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Send_OutsideWindow_NeedsTheHumanAgentTagAndThenSevenDays()
    {
        using var simulator = new Simulator();
        var token = await simulator.TokenAsync();
        var (igsid, _) = await simulator.CustomerWritesAsync("hello");
        await simulator.AdvanceAsync(TimeSpan.FromHours(25));
        await AssertErrorAsync(await simulator.SendAsync(token, igsid, "late"), 10, 2534022);
        Assert.Equal(HttpStatusCode.OK, (await simulator.SendAsync(token, igsid, "late", "HUMAN_AGENT")).StatusCode);
        await AssertErrorAsync(await simulator.SendAsync(token, igsid, "late", "CONFIRMED_EVENT_UPDATE"), 100);
        await simulator.AdvanceAsync(TimeSpan.FromDays(7));
        await AssertErrorAsync(await simulator.SendAsync(token, igsid, "too late", "HUMAN_AGENT"), 10, 2534022);
    }

    [Fact]
    public async Task Send_LongTextOrStranger_IsRefused()
    {
        using var simulator = new Simulator();
        var token = await simulator.TokenAsync();
        var (igsid, _) = await simulator.CustomerWritesAsync("hello");
        Assert.Equal(HttpStatusCode.OK, (await simulator.SendAsync(token, igsid, new string('é', 500))).StatusCode);
        await AssertErrorAsync(await simulator.SendAsync(token, igsid, new string('é', 501)), 100, 2534015);
        await AssertErrorAsync(await simulator.SendAsync(token, "880000000000000", "who?"), 100, 2534014);
        var both = await simulator.Http.PostAsJsonAsync($"/graph/me/messages?access_token={token}",
            new { recipient = new { id = igsid }, message = new { text = "x" }, sender_action = "typing_on" }, TestContext.Current.CancellationToken);
        await AssertErrorAsync(both, 100, 2018014);
    }

    [Fact]
    public async Task Send_AsForm_TakesObjectsAsJsonText()
    {
        using var simulator = new Simulator();
        var token = await simulator.TokenAsync();
        var (igsid, _) = await simulator.CustomerWritesAsync("hello");
        var answer = await simulator.PostAsync("/graph/me/messages", token, ("recipient", $$"""{"id":"{{igsid}}"}"""), ("message", """{"text":"hi"}"""));
        Assert.Equal(igsid, answer.GetProperty("recipient_id").GetString());
    }

    [Fact]
    public async Task Send_MoreThanHundredInASecond_IsLimited()
    {
        using var simulator = new Simulator();
        var token = await simulator.TokenAsync();
        var (igsid, _) = await simulator.CustomerWritesAsync("hello");
        await simulator.ControlAsync("clock", new { freeze = true });
        for (var number = 0; number < 100; number++)
        {
            Assert.Equal(HttpStatusCode.OK, (await simulator.SendAsync(token, igsid, "again")).StatusCode);
        }

        await AssertErrorAsync(await simulator.SendAsync(token, igsid, "too fast"), 613, 2534040);
        await simulator.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await simulator.SendAsync(token, igsid, "slower")).StatusCode);
    }

    [Fact]
    public async Task Igsid_OfOnePersonAtTwoAccounts_Differs()
    {
        using var simulator = new Simulator();
        await simulator.ControlAsync("accounts", new { username = "second_shop" });
        var (first, _) = await simulator.CustomerWritesAsync("hello");
        var (second, _) = await simulator.CustomerWritesAsync("hello", account: "second_shop");
        Assert.NotEqual(first, second);
        await AssertErrorAsync(await simulator.SendAsync(await simulator.TokenAsync(), second, "not yours"), 100, 2534014);
    }

    [Fact]
    public async Task Profile_BeforeAndAfterWriting_NeedsConsent()
    {
        using var simulator = new Simulator();
        var token = await simulator.TokenAsync();
        var people = await simulator.GetAsync("/control/accounts/demo_shop/people");
        var silent = people.EnumerateArray().First(person => person.GetProperty("username").GetString() == "customer_two").GetProperty("igsid").GetString();
        AssertError(await simulator.GetAsync($"/graph/{silent}?access_token={token}"), 230);
        await simulator.CustomerWritesAsync("hello", "customer_two");
        var profile = await simulator.GetAsync($"/graph/{silent}?fields=name,username,profile_pic&access_token={token}");
        Assert.Equal("customer_two", profile.GetProperty("username").GetString());
    }

    [Fact]
    public async Task Conversation_OfManyMessages_HasDetailOfTwenty()
    {
        using var simulator = new Simulator();
        await simulator.Http.PutAsJsonAsync("/control/switches", new { enforceRates = false }, TestContext.Current.CancellationToken);
        var token = await simulator.TokenAsync();
        for (var number = 0; number < 22; number++)
        {
            await simulator.CustomerWritesAsync($"m{number}");
        }

        var list = await simulator.GetAsync($"/graph/me/conversations?platform=instagram&access_token={token}");
        var id = list.GetProperty("data")[0].GetProperty("id").GetString();
        var conversation = await simulator.GetAsync($"/graph/{id}?fields=participants,messages{{id,created_time}}&access_token={token}");
        var mids = conversation.GetProperty("messages").GetProperty("data").EnumerateArray().Select(message => message.GetProperty("id").GetString()).ToList();
        Assert.Equal(22, mids.Count);
        var newest = await simulator.GetAsync($"/graph/{mids[0]}?fields=id,created_time,from,to,message&access_token={token}");
        Assert.Equal("m21", newest.GetProperty("message").GetString());
        AssertError(await simulator.GetAsync($"/graph/{mids[21]}?fields=message&access_token={token}"), 100);
    }

    [Fact]
    public async Task OwnersPhone_Writing_ArrivesAsEcho()
    {
        using var simulator = new Simulator();
        await simulator.SubscribedTokenAsync("message_echoes");
        var (igsid, _) = await simulator.CustomerWritesAsync("hello");
        await simulator.ControlAsync("accounts/demo_shop/phone-messages", new { to = "customer_one", text = "from the phone" });
        var echo = await simulator.Webhooks.NextAsync();
        Assert.Equal(igsid, echo.Event.GetProperty("recipient").GetProperty("id").GetString());
    }
}
