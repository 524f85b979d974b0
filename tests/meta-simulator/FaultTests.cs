using System.Net;
using System.Text.Json;
using Xunit;
using static SocialSelling.MetaSimulator.Tests.Errors;

namespace SocialSelling.MetaSimulator.Tests;

public sealed class FaultTests
{
    [Fact]
    public async Task Error_OnTheSecondAndThirdCall_HitsOnlyThese()
    {
        using var simulator = new Simulator();
        var (token, igsid) = await ReadyAsync(simulator);
        await simulator.ControlAsync("faults", new { kind = "error", path = "/messages", method = "POST", nth = 2, count = 2, code = 4, status = 429 });
        var statuses = new List<HttpStatusCode>();
        for (var number = 0; number < 4; number++)
        {
            statuses.Add((await simulator.SendAsync(token, igsid, "x")).StatusCode);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests, HttpStatusCode.OK], statuses);
        Assert.Equal(2, await SentAsync(simulator));
    }

    [Theory]
    [InlineData("error", false)]
    [InlineData("html", false)]
    [InlineData("reset", false)]
    [InlineData("timeout_before", false)]
    [InlineData("error_after", true)]
    [InlineData("invalid_json", true)]
    [InlineData("lost_response", true)]
    [InlineData("timeout_after", true)]
    public async Task Fault_OfEachKind_FailsTheCallBeforeOrAfterItsEffect(string kind, bool effect)
    {
        using var simulator = new Simulator();
        var (token, igsid) = await ReadyAsync(simulator);
        await simulator.ControlAsync("faults", new { kind, path = "/messages", delayMs = 50 });
        Assert.False(await SucceedsAsync(simulator, token, igsid));
        Assert.Equal(effect ? 1 : 0, await SentAsync(simulator));
        Assert.True(await SucceedsAsync(simulator, token, igsid));
        var call = (await simulator.GetAsync("/control/calls?path=/messages&limit=2"))[1];
        Assert.Equal(kind, call.GetProperty("fault").GetString());
        Assert.Equal(kind is "reset" or "lost_response" or "timeout_before" or "timeout_after", call.GetProperty("status").ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task SlowBody_ArrivesWhole()
    {
        using var simulator = new Simulator();
        var (token, igsid) = await ReadyAsync(simulator);
        await simulator.ControlAsync("faults", new { kind = "slow_body", path = "/messages", delayMs = 50 });
        Assert.True(await SucceedsAsync(simulator, token, igsid));
    }

    [Fact]
    public async Task Error_OfTheCodeExchange_HasItsEnvelope()
    {
        using var simulator = new Simulator();
        var code = await simulator.CodeAsync();
        await simulator.ControlAsync("faults", new { kind = "error", path = "/oauth/access_token", status = 503 });
        var response = await simulator.ExchangeAsync(code);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("OAuthException", (await Simulator.JsonAsync(response)).GetProperty("error_type").GetString());
    }

    [Fact]
    public async Task Error_WithPattern_HitsNodesByPrefixOfId()
    {
        using var simulator = new Simulator();
        var token = await simulator.TokenAsync();
        await simulator.ControlAsync("faults", new { kind = "error", path = "/graph/17889*", code = 2, transient = true, count = 0 });
        AssertError(await simulator.GetAsync($"/graph/v26.0/1788900000?access_token={token}"), 2);
        AssertError(await simulator.GetAsync($"/graph/v26.0/1792000000?access_token={token}"), 100, 33);
    }

    [Fact]
    public async Task Reset_TakesFaultsClockAndChatsBack()
    {
        using var simulator = new Simulator();
        await ReadyAsync(simulator);
        await simulator.AdvanceAsync(TimeSpan.FromDays(3));
        await simulator.ControlAsync("faults", new { kind = "reset" });
        await simulator.Http.PostAsync("/control/reset", null, TestContext.Current.CancellationToken);
        Assert.Equal(0, (await simulator.GetAsync("/control/faults")).GetArrayLength());
        Assert.Equal(0, (await simulator.GetAsync("/control/clock")).GetProperty("offsetSeconds").GetDouble());
        Assert.Equal(0, await SentAsync(simulator));
    }

    [Fact]
    public async Task Control_WithNonsense_SaysSo()
    {
        using var simulator = new Simulator();
        var answer = await simulator.ControlAsync("faults", new { kind = "earthquake" });
        Assert.Equal(400, answer.GetProperty("status").GetInt32());
        Assert.Equal(400, (await simulator.ControlAsync("accounts", new { username = "no spaces" })).GetProperty("status").GetInt32());
    }

    private static async Task<(string Token, string Igsid)> ReadyAsync(Simulator simulator) =>
        (await simulator.TokenAsync(), (await simulator.CustomerWritesAsync("hello")).Igsid);

    private static async Task<int> SentAsync(Simulator simulator) =>
        await simulator.GetAsync("/control/accounts/demo_shop/people/customer_one/chat") is { ValueKind: JsonValueKind.Array } chat
            ? chat.EnumerateArray().Count(message => message.GetProperty("from").GetString() == "business")
            : 0;

    /// <summary>Whether a client would take the send for done.</summary>
    private static async Task<bool> SucceedsAsync(Simulator simulator, string token, string igsid)
    {
        try
        {
            var response = await simulator.SendAsync(token, igsid, "x");
            return response.IsSuccessStatusCode && (await Simulator.JsonAsync(response)).TryGetProperty("message_id", out _);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or JsonException or OperationCanceledException)
        {
            return false;
        }
    }
}
