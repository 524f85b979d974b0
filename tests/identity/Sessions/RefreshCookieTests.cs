using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using SocialSelling.Identity.Features.Auth;

namespace SocialSelling.Identity.Tests.Sessions;

public sealed class RefreshCookieTests(IdentityFactory factory)
{
    private readonly HttpClient client = factory.CreateClient(new WebApplicationFactoryClientOptions { HandleCookies = false });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Register_Answer_SetsCookiesForBothPaths()
    {
        using var response = await RegisterAsync();
        var answer = await Person.ReadAsync(response);
        var cookies = response.Headers.GetValues("Set-Cookie").ToList();

        foreach (var path in (string[])["/api/v1/auth", "/api/auth"])
        {
            Assert.Contains($"socialselling_refresh={answer.RefreshToken}; max-age=2592000; path={path}; secure; samesite=strict; httponly", cookies);
        }

        var csrf = Assert.Single(cookies, cookie => cookie.StartsWith("socialselling_csrf=", StringComparison.Ordinal));
        Assert.EndsWith("; max-age=2592000; path=/; secure; samesite=strict", csrf, StringComparison.Ordinal);
        Assert.Single(cookies, cookie => cookie.StartsWith("known-", StringComparison.Ordinal));
        Assert.Equal(4, cookies.Count);
    }

    [Fact]
    public async Task Refresh_CookieAndHeader_RotatesBoth()
    {
        var browser = await Browser.OpenAsync(RegisterAsync);

        using var response = await SendAsync("refresh", browser, browser.Csrf);
        var next = await Browser.ReadAsync(response);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotEqual(browser.Refresh, next.Refresh);
        Assert.NotEqual(browser.Csrf, next.Csrf);
        using var again = await SendAsync("refresh", next, next.Csrf);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Refresh_CookieWithoutItsHeader_RefusesAndUsesNothingUp(string? csrf)
    {
        var browser = await Browser.OpenAsync(RegisterAsync);

        using var response = await SendAsync("refresh", browser, csrf);

        await Problem.AssertAsync(response, HttpStatusCode.Forbidden, "AUTH_011");
        Assert.False(response.Headers.Contains("Set-Cookie"));
        using var right = await SendAsync("refresh", browser, browser.Csrf);
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
    }

    [Fact]
    public async Task Refresh_HeaderOfAnotherSession_Refuses()
    {
        var browser = await Browser.OpenAsync(RegisterAsync);
        var other = await Browser.OpenAsync(RegisterAsync);

        using var response = await SendAsync("refresh", browser, other.Csrf);

        await Problem.AssertAsync(response, HttpStatusCode.Forbidden, "AUTH_011");
    }

    [Fact]
    public async Task Refresh_NeitherBodyNorCookie_NamesTheField()
    {
        using var response = await client.PostAsync("/api/v1/auth/refresh", content: null, Token);

        Assert.Equal(["refreshToken"], await Problem.AssertAsync(response, HttpStatusCode.BadRequest, "VALIDATION_001"));
    }

    [Fact]
    public async Task Refresh_TokenInBody_NeedsNoHeaderAndIgnoresTheCookie()
    {
        var browser = await Browser.OpenAsync(RegisterAsync);
        var other = await Browser.OpenAsync(RegisterAsync);
        var request = Request("refresh", other, csrf: null);
        request.Content = JsonContent.Create(new { refreshToken = browser.Refresh });

        using var response = await client.SendAsync(request, Token);

        Assert.Equal(browser.SessionId, Jwt.Payload((await Person.ReadAsync(response)).AccessToken).GetProperty("sessionId").GetGuid());
    }

    [Fact]
    public async Task Logout_CookieAndHeader_EndsTheSessionAndClearsTheCookies()
    {
        var browser = await Browser.OpenAsync(RegisterAsync);
        using var forged = await SendAsync("logout", browser, csrf: null);
        await Problem.AssertAsync(forged, HttpStatusCode.Forbidden, "AUTH_011");

        using var response = await SendAsync("logout", browser, browser.Csrf);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.All(response.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("=; max-age=0;", cookie, StringComparison.Ordinal));
        using var refused = await SendAsync("refresh", browser, browser.Csrf);
        await Problem.AssertAsync(refused, HttpStatusCode.Unauthorized, "AUTH_005");
        using var again = await SendAsync("logout", browser, browser.Csrf);
        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
    }

    [Fact]
    public async Task Register_Refused_LeavesTheCookiesAlone()
    {
        var form = Person.Form(Person.NewEmail());
        using var first = await client.PostAsJsonAsync("/api/v1/auth/register", form, Token);

        using var second = await client.PostAsJsonAsync("/api/v1/auth/register", form, Token);

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.False(second.Headers.Contains("Set-Cookie"));
    }

    private Task<HttpResponseMessage> RegisterAsync() => client.PostAsJsonAsync("/api/v1/auth/register", Person.Form(Person.NewEmail()), Token);

    private Task<HttpResponseMessage> SendAsync(string route, Browser browser, string? csrf) => client.SendAsync(Request(route, browser, csrf), Token);

    private static HttpRequestMessage Request(string route, Browser browser, string? csrf)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/auth/{route}");
        request.Headers.Add("Cookie", $"socialselling_refresh={browser.Refresh}; socialselling_csrf={browser.Csrf}");
        if (csrf is not null)
        {
            request.Headers.TryAddWithoutValidation("X-CSRF-Token", csrf);
        }

        return request;
    }

    private sealed record Browser(string Refresh, string Csrf, Guid SessionId)
    {
        public static async Task<Browser> OpenAsync(Func<Task<HttpResponseMessage>> login)
        {
            using var response = await login();
            return await ReadAsync(response);
        }

        public static async Task<Browser> ReadAsync(HttpResponseMessage response)
        {
            AuthResponse answer = await Person.ReadAsync(response);
            return new(Cookie(response, "socialselling_refresh"), Cookie(response, "socialselling_csrf"),
                Jwt.Payload(answer.AccessToken).GetProperty("sessionId").GetGuid());
        }

        private static string Cookie(HttpResponseMessage response, string name) => response.Headers.GetValues("Set-Cookie")
            .First(cookie => cookie.StartsWith($"{name}=", StringComparison.Ordinal))[(name.Length + 1)..].Split(';')[0];
    }
}
