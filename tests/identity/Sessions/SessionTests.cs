using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Redis;

namespace SocialSelling.Identity.Tests.Sessions;

public sealed class SessionTests(IdentityFactory factory)
{
    private const string Firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0";

    private readonly HttpClient client = factory.CreateClient();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_TwoLogins_NamesDeviceAndWhichIsThisOne()
    {
        var person = await Person.RegisterAsync(client);
        var second = await LoginAsync(person, Firefox);

        var sessions = await ListAsync(second.AccessToken);

        Assert.Equal(2, sessions.Count);
        var current = Assert.Single(sessions, session => session.GetProperty("current").GetBoolean());
        Assert.Equal(("Firefox on Windows", Firefox), (current.GetProperty("device").GetString(), current.GetProperty("userAgent").GetString()));
        Assert.Equal(SessionOf(second), current.GetProperty("id").GetGuid());
        Assert.True(current.GetProperty("expiresAt").GetDateTimeOffset() > DateTimeOffset.UtcNow.AddDays(29));
    }

    [Fact]
    public async Task List_Refresh_MovesLastSeen()
    {
        var person = await Person.RegisterAsync(client);
        var before = (await ListAsync(person.Registered.AccessToken))[0].GetProperty("lastSeenAt").GetDateTimeOffset();

        await person.RefreshedAsync(person.Registered.RefreshToken);

        var after = (await ListAsync(person.Registered.AccessToken))[0].GetProperty("lastSeenAt").GetDateTimeOffset();
        Assert.True(after > before);
    }

    [Fact]
    public async Task List_Paged_CountsAndSorts()
    {
        var person = await Person.RegisterAsync(client);
        var second = await LoginAsync(person, Firefox);

        using var response = await Person.SendAsync(client, HttpMethod.Get, "/api/v1/sessions?perPage=1&sort=-createdAt", second.AccessToken);
        var page = await response.Content.ReadFromJsonAsync<JsonElement>(Token);

        Assert.Equal(2, page.GetProperty("meta").GetProperty("total").GetInt32());
        Assert.Equal(SessionOf(second), Assert.Single(page.GetProperty("data").EnumerateArray()).GetProperty("id").GetGuid());
        using var wrong = await Person.SendAsync(client, HttpMethod.Get, "/api/v1/sessions?sort=address", second.AccessToken);
        Assert.Equal(["sort"], await Problem.AssertAsync(wrong, HttpStatusCode.BadRequest, "VALIDATION_001"));
    }

    [Fact]
    public async Task End_OwnOtherSession_EndsItAndNoMore()
    {
        var person = await Person.RegisterAsync(client);
        var other = await LoginAsync(person, Firefox);

        using var response = await person.SendAsync(HttpMethod.Delete, $"/api/v1/sessions/{SessionOf(other)}");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(person.SessionId, Assert.Single(await ListAsync(person.Registered.AccessToken)).GetProperty("id").GetGuid());
        Assert.False(await HasKeyAsync(SessionOf(other)));
        using var refused = await person.RefreshAsync(other.RefreshToken);
        await Problem.AssertAsync(refused, HttpStatusCode.Unauthorized, "AUTH_005");
        using var again = await person.SendAsync(HttpMethod.Delete, $"/api/v1/sessions/{SessionOf(other)}");
        await Problem.AssertAsync(again, HttpStatusCode.NotFound, "SESSION_001");
    }

    [Fact]
    public async Task End_SomebodyElsesSession_IsNotThere()
    {
        var person = await Person.RegisterAsync(client);
        var stranger = await Person.RegisterAsync(client);

        using var response = await person.SendAsync(HttpMethod.Delete, $"/api/v1/sessions/{stranger.SessionId}");

        await Problem.AssertAsync(response, HttpStatusCode.NotFound, "SESSION_001");
        await stranger.RefreshedAsync(stranger.Registered.RefreshToken);
    }

    [Fact]
    public async Task EndOthers_ThreeLogins_LeavesThisOne()
    {
        var person = await Person.RegisterAsync(client);
        var second = await LoginAsync(person, Firefox);
        var third = await LoginAsync(person, "curl/8.5.0");

        using var response = await Person.SendAsync(client, HttpMethod.Delete, "/api/v1/sessions", third.AccessToken);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(SessionOf(third), Assert.Single(await ListAsync(third.AccessToken)).GetProperty("id").GetGuid());
        Assert.False(await HasKeyAsync(person.SessionId) || await HasKeyAsync(SessionOf(second)));
        Assert.True(await HasKeyAsync(SessionOf(third)));
    }

    [Fact]
    public async Task LogoutAll_TwoLogins_EndsBoth()
    {
        var person = await Person.RegisterAsync(client);
        var second = await LoginAsync(person, Firefox);

        using var response = await person.SendAsync(HttpMethod.Post, "/api/v1/auth/logout-all");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.False(await HasKeyAsync(person.SessionId) || await HasKeyAsync(SessionOf(second)));
        var reasons = await factory.InScopeAsync(services => services.GetRequiredService<IdentityDbContext>().Sessions
            .Where(session => session.Id == person.SessionId || session.Id == SessionOf(second)).Select(session => session.EndReason).ToListAsync(Token));
        Assert.Equal([SessionEnd.Logout, SessionEnd.Logout], reasons);
    }

    [Fact]
    public async Task Logout_EndedSession_Refuses()
    {
        var person = await Person.RegisterAsync(client);
        using var first = await person.SendAsync(HttpMethod.Post, "/api/v1/auth/logout");

        using var second = await person.SendAsync(HttpMethod.Post, "/api/v1/auth/logout");

        await Problem.AssertAsync(second, HttpStatusCode.Unauthorized, "AUTH_005");
    }

    [Theory]
    [InlineData(null, "Unknown device")]
    [InlineData("<script>alert(1)</script>", "Unknown device")]
    [InlineData("curl/8.5.0", "curl")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "Safari on iPhone")]
    [InlineData("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36", "Chrome on Android")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "Edge on Windows")]
    public void DeviceName_OfUserAgent_IsReadable(string? userAgent, string expected) => Assert.Equal(expected, DeviceName.Of(userAgent));

    private async Task<AuthResponse> LoginAsync(Person person, string userAgent)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/auth/login")
        {
            Content = JsonContent.Create(new { email = person.Email, password = Person.Password }),
        };
        request.Headers.UserAgent.Clear();
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        using var response = await client.SendAsync(request, Token);
        return await Person.ReadAsync(response);
    }

    private async Task<List<JsonElement>> ListAsync(string token)
    {
        using var response = await Person.SendAsync(client, HttpMethod.Get, "/api/v1/sessions", token);
        response.EnsureSuccessStatusCode();
        return [.. (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("data").EnumerateArray()];
    }

    private Task<bool> HasKeyAsync(Guid session) => factory.Services.GetRequiredService<RedisStore>().ExistsAsync(SessionKeys.Of(session), Token);

    private static Guid SessionOf(AuthResponse answer) => Jwt.Payload(answer.AccessToken).GetProperty("sessionId").GetGuid();
}
