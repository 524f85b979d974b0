using System.Net;
using SocialSelling.Identity.Domain;
using SocialSelling.ServiceDefaults.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Identity.Data;
using SocialSelling.ServiceDefaults.Redis;

namespace SocialSelling.Identity.Tests;

public sealed class RefreshTests(IdentityFactory factory)
{
    private readonly HttpClient client = factory.CreateClient();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Refresh_NewestToken_RotatesWithinTheSession()
    {
        var person = await Person.RegisterAsync(client);

        var second = await person.RefreshedAsync(person.Registered.RefreshToken);
        var third = await person.RefreshedAsync(second.RefreshToken);

        Assert.Equal(3, new HashSet<string> { person.Registered.RefreshToken, second.RefreshToken, third.RefreshToken }.Count);
        Assert.NotEqual(person.Registered.AccessToken, second.AccessToken);
        Assert.Equal(person.SessionId, Jwt.Payload(third.AccessToken).GetProperty("sessionId").GetGuid());
        Assert.Equal(person.Registered.User, third.User);
    }

    [Fact]
    public async Task Refresh_SameTokenAtOnce_AnswersTheSameSuccessor()
    {
        var person = await Person.RegisterAsync(client);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => person.RefreshedAsync(person.Registered.RefreshToken)));

        var successor = Assert.Single(answers.Select(answer => answer.RefreshToken).Distinct());
        await person.RefreshedAsync(successor);
    }

    [Fact]
    public async Task Refresh_UsedTokenAfterTheGrace_EndsTheSession()
    {
        var person = await Person.RegisterAsync(client);
        var second = await person.RefreshedAsync(person.Registered.RefreshToken);
        await AgeAsync("used_at", "1 minute", person);

        await AssertInvalidAsync(await person.RefreshAsync(person.Registered.RefreshToken));

        await AssertInvalidAsync(await person.RefreshAsync(second.RefreshToken));
        await AssertEndedAsync(person, SessionEnd.RefreshTokenReused);
    }

    [Fact]
    public async Task Refresh_UsedTokenWhoseSuccessorIsUsed_EndsTheSessionAtOnce()
    {
        var person = await Person.RegisterAsync(client);
        var second = await person.RefreshedAsync(person.Registered.RefreshToken);
        var third = await person.RefreshedAsync(second.RefreshToken);

        await AssertInvalidAsync(await person.RefreshAsync(person.Registered.RefreshToken));

        await AssertInvalidAsync(await person.RefreshAsync(third.RefreshToken));
        await AssertEndedAsync(person, SessionEnd.RefreshTokenReused);
    }

    [Fact]
    public async Task Refresh_ExpiredToken_SaysSo()
    {
        var person = await Person.RegisterAsync(client);
        await AgeAsync("expires_at", "31 days", person);

        using var response = await person.RefreshAsync(person.Registered.RefreshToken);

        await Problem.AssertAsync(response, HttpStatusCode.Unauthorized, "AUTH_004");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!")]
    public async Task Refresh_UnknownToken_Refuses(string token)
    {
        var person = await Person.RegisterAsync(client);

        await AssertInvalidAsync(await person.RefreshAsync(token));
    }

    [Fact]
    public async Task Refresh_RedisLostTheSession_WritesItAgain()
    {
        var person = await Person.RegisterAsync(client);
        var redis = factory.Services.GetRequiredService<RedisStore>();
        await redis.DeleteAsync(SessionKeys.Of(person.SessionId), Token);

        await person.RefreshedAsync(person.Registered.RefreshToken);

        Assert.True(await redis.ExistsAsync(SessionKeys.Of(person.SessionId), Token));
    }

    [Fact]
    public async Task Refresh_CrossingLogouts_NeverOutlivesThem()
    {
        var people = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Person.RegisterAsync(client)));

        var refreshes = people.Select(person => person.RefreshAsync(person.Registered.RefreshToken));
        var logouts = people.Select(person => person.SendAsync(HttpMethod.Post, "/api/v1/auth/logout"));
        var answers = await Task.WhenAll(refreshes.Concat(logouts));

        Assert.All(answers[people.Length..], answer => Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode));
        foreach (var person in people)
        {
            await AssertEndedAsync(person, SessionEnd.Logout);
        }
    }

    [Fact]
    public async Task Logout_OwnSession_EndsItEverywhere()
    {
        var person = await Person.RegisterAsync(client);

        using var response = await person.SendAsync(HttpMethod.Post, "/api/v1/auth/logout");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        await AssertInvalidAsync(await person.RefreshAsync(person.Registered.RefreshToken));
        await AssertEndedAsync(person, SessionEnd.Logout);
    }

    [Fact]
    public async Task Database_Holds_OnlyHashesOfTokens()
    {
        var person = await Person.RegisterAsync(client);
        Assert.True(RefreshTokenSecret.TryParse(person.Registered.RefreshToken, out var secret));

        var stored = await factory.InScopeAsync(services => services.GetRequiredService<IdentityDbContext>().RefreshTokens.SingleAsync(
            token => token.SessionId == person.SessionId, Token));

        Assert.Equal(secret.Hash(), stored.TokenHash);
        Assert.Null(stored.Salt);
    }

    private static async Task AssertInvalidAsync(HttpResponseMessage response) =>
        await Problem.AssertAsync(response, HttpStatusCode.Unauthorized, "AUTH_005");

    private Task AgeAsync(string column, string age, Person person) => factory.Database.ExecuteAsync(
        $"UPDATE identity.refresh_tokens SET {column} = {column} - interval '{age}' WHERE session_id = '{person.SessionId}'");

    private async Task AssertEndedAsync(Person person, SessionEnd reason)
    {
        var session = await factory.InScopeAsync(services => services.GetRequiredService<IdentityDbContext>().Sessions.SingleAsync(
            session => session.Id == person.SessionId, Token));
        Assert.NotNull(session.EndedAt);
        Assert.Equal(reason, session.EndReason);
        Assert.False(await factory.Services.GetRequiredService<RedisStore>().ExistsAsync(SessionKeys.Of(person.SessionId), Token));
    }
}
