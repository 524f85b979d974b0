using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Web;
using Xunit;
using static SocialSelling.MetaSimulator.Tests.Errors;

namespace SocialSelling.MetaSimulator.Tests;

public sealed class OAuthTests
{
    [Fact]
    public async Task Login_Accepted_ReturnsCodeStateAndSuffix()
    {
        using var simulator = new Simulator();
        await simulator.ControlAsync("next-login", new { answer = "accept", username = "demo_shop" });
        var location = await simulator.AuthorizeAsync(state: "xyz");
        Assert.StartsWith(Simulator.RedirectUri + "?code=", location.OriginalString, StringComparison.Ordinal);
        Assert.EndsWith("&state=xyz#_", location.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Login_Denied_ReturnsMetasError()
    {
        using var simulator = new Simulator();
        await simulator.ControlAsync("next-login", new { answer = "deny" });
        var query = HttpUtility.ParseQueryString((await simulator.AuthorizeAsync()).Query);
        Assert.Equal(("access_denied", "user_denied", "s1"), (query["error"], query["error_reason"], query["state"]));
        Assert.Null(query["code"]);
    }

    [Theory]
    [InlineData("client_id=1")]
    [InlineData("redirect_uri=https%3A%2F%2Fapp.test%2Fcallback")]
    [InlineData("scope=business_basic")]
    [InlineData("response_type=token")]
    public async Task Login_WrongParameter_ShowsErrorPage(string parameter)
    {
        using var simulator = new Simulator();
        var name = parameter.Split('=')[0];
        var parts = Simulator.AuthorizePath().Split('?')[1].Split('&').Where(part => !part.StartsWith(name + "=", StringComparison.Ordinal)).Append(parameter);
        var response = await simulator.Http.GetAsync("/www/oauth/authorize?" + string.Join('&', parts), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Form_PostedWithFewerScopes_TokenLacksTheOthers()
    {
        using var simulator = new Simulator();
        var page = await simulator.Http.GetStringAsync(Simulator.AuthorizePath(), TestContext.Current.CancellationToken);
        Assert.Contains("<option>demo_shop</option>", page, StringComparison.Ordinal);
        var response = await simulator.Http.PostAsync("/www/oauth/authorize", Simulator.Form(("client_id", Simulator.AppId),
            ("redirect_uri", Simulator.RedirectUri), ("response_type", "code"), ("scope", Simulator.AllScopes), ("username", "demo_shop"),
            ("granted", "instagram_business_basic"), ("answer", "accept")), TestContext.Current.CancellationToken);
        var code = HttpUtility.ParseQueryString(response.Headers.Location!.Query)["code"]!;
        var answer = await Simulator.JsonAsync(await simulator.ExchangeAsync(code));
        Assert.Equal("instagram_business_basic", answer.GetProperty("permissions").GetString());
        AssertError(await simulator.GetAsync($"/graph/me/conversations?access_token={answer.GetProperty("access_token").GetString()}"), 10);
    }

    [Fact]
    public async Task Exchange_SecondTime_IsRefusedInTheOtherEnvelope()
    {
        using var simulator = new Simulator();
        var code = await simulator.CodeAsync();
        Assert.Equal(HttpStatusCode.OK, (await simulator.ExchangeAsync(code)).StatusCode);
        var again = await simulator.ExchangeAsync(code);
        var error = await Simulator.JsonAsync(again);
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
        Assert.Equal("OAuthException", error.GetProperty("error_type").GetString());
        Assert.Equal("Matching code was not found or was already used", error.GetProperty("error_message").GetString());
    }

    [Fact]
    public async Task Exchange_AfterAnHour_IsRefused()
    {
        using var simulator = new Simulator();
        var code = await simulator.CodeAsync();
        await simulator.AdvanceAsync(TimeSpan.FromMinutes(61));
        Assert.Equal(HttpStatusCode.BadRequest, (await simulator.ExchangeAsync(code)).StatusCode);
    }

    [Fact]
    public async Task Exchange_OtherRedirectOrSecret_IsRefusedAndCodeStaysGood()
    {
        using var simulator = new Simulator();
        var code = await simulator.CodeAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await simulator.ExchangeAsync(code, redirectUri: Simulator.RedirectUri.TrimEnd('/'))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await simulator.ExchangeAsync(code, secret: "wrong")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await simulator.ExchangeAsync(code)).StatusCode);
    }

    [Fact]
    public async Task Exchange_Switched_AnswersAsTheDocumentationPrints()
    {
        using var simulator = new Simulator();
        await simulator.Http.PutAsJsonAsync("/control/switches", new { tokenAnswer = "data", permissionsAsArray = true, userIdAsNumber = true },
            TestContext.Current.CancellationToken);
        var answer = (await Simulator.JsonAsync(await simulator.ExchangeAsync(await simulator.CodeAsync()))).GetProperty("data")[0];
        Assert.Equal(JsonValueKind.Number, answer.GetProperty("user_id").ValueKind);
        Assert.Equal(5, answer.GetProperty("permissions").GetArrayLength());
    }

    [Fact]
    public async Task Refresh_BeforeAndAfterADay_IsRefusedThenGiven()
    {
        using var simulator = new Simulator();
        var token = await simulator.TokenAsync();
        var path = $"/graph/refresh_access_token?grant_type=ig_refresh_token&access_token={token}";
        Assert.True((await simulator.GetAsync(path)).TryGetProperty("error", out _));
        await simulator.AdvanceAsync(TimeSpan.FromHours(24));
        var answer = await simulator.GetAsync(path);
        Assert.Equal(60 * 86_400, answer.GetProperty("expires_in").GetInt32());
        Assert.NotEqual(token, answer.GetProperty("access_token").GetString());
    }

    [Fact]
    public async Task Token_Expired_Is190With463()
    {
        using var simulator = new Simulator();
        var (shortLived, longLived) = (await simulator.ShortTokenAsync(), await simulator.TokenAsync());
        await simulator.AdvanceAsync(TimeSpan.FromHours(1));
        AssertError(await simulator.GetAsync($"/graph/me?access_token={shortLived}"), 190, 463);
        Assert.True((await simulator.GetAsync($"/graph/me?access_token={longLived}")).TryGetProperty("id", out _));
        await simulator.AdvanceAsync(TimeSpan.FromDays(60));
        AssertError(await simulator.GetAsync($"/graph/me?access_token={longLived}"), 190, 463);
    }

    [Fact]
    public async Task Token_Revoked_Is190WithTheSubcode()
    {
        using var simulator = new Simulator();
        var token = await simulator.TokenAsync();
        await simulator.ControlAsync("accounts/demo_shop/revoke", new { subcode = 460 });
        AssertError(await simulator.GetAsync($"/graph/me?access_token={token}"), 190, 460);
    }

    [Fact]
    public async Task Me_ByHeaderQueryOrBody_GivesTwoDifferentIds()
    {
        using var simulator = new Simulator();
        var token = await simulator.TokenAsync();
        var answer = await simulator.GetAsync($"/graph/v26.0/me?fields=id,user_id,username&access_token={token}");
        Assert.NotEqual(answer.GetProperty("id").GetString(), answer.GetProperty("user_id").GetString());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graph/me") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        Assert.Equal(HttpStatusCode.OK, (await simulator.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
        Assert.True((await simulator.PostAsync("/graph/me/subscribed_apps", token, ("subscribed_fields", "messages"))).GetProperty("success").GetBoolean());
        var json = await simulator.Http.PostAsJsonAsync("/graph/me/subscribed_apps", new { access_token = token, subscribed_fields = "messages" },
            TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, json.StatusCode);
        AssertError(await simulator.GetAsync("/graph/me?access_token=nonsense"), 190);
        AssertError(await simulator.GetAsync($"/graph/me?fields=shoe_size&access_token={token}"), 100);
    }

    [Fact]
    public async Task UnknownPath_IsMetasErrorAndRecorded()
    {
        using var simulator = new Simulator();
        var token = await simulator.TokenAsync();
        AssertError(await simulator.PostAsync("/graph/v26.0/me/horoscope", token), 100, 33);
        AssertError(await simulator.GetAsync($"/graph/12345?access_token={token}"), 100, 33);
        var calls = await simulator.GetAsync("/control/calls?unimplemented=true");
        Assert.Equal("/graph/me/horoscope", Assert.Single(calls.EnumerateArray()).GetProperty("path").GetString());
        Assert.DoesNotContain(token, calls.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_CarryUsageHeaders()
    {
        using var simulator = new Simulator();
        var token = await simulator.TokenAsync();
        await simulator.Http.PutAsJsonAsync("/control/switches", new { usagePercent = 87 }, TestContext.Current.CancellationToken);
        var response = await simulator.Http.GetAsync($"/graph/v26.0/me?access_token={token}", TestContext.Current.CancellationToken);
        Assert.Contains("\"call_count\":87", response.Headers.GetValues("X-Business-Use-Case-Usage").Single(), StringComparison.Ordinal);
        Assert.Equal("v26.0", response.Headers.GetValues("facebook-api-version").Single());
    }
}
