using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Tests;

public sealed class RedisDownTests(IdentityFactory factory)
{
    private readonly HttpClient client = factory.WithWebHostBuilder(builder => builder.WithoutWorkers().UseSetting("Redis:Endpoint", "127.0.0.1:1")).CreateClient();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Login_RedisDown_Answers503()
    {
        var person = await Person.RegisterAsync(factory.CreateClient());

        using var response = await client.PostAsJsonAsync("/api/v1/auth/login", new { email = person.Email, password = Person.Password }, Token);

        await Problem.AssertAsync(response, HttpStatusCode.ServiceUnavailable, "GATEWAY_002");
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task Register_RedisDown_LeavesNothingBehind()
    {
        var email = Person.NewEmail();

        using var response = await client.PostAsJsonAsync("/api/v1/auth/register", Person.Form(email), Token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.False(await factory.InScopeAsync(services => services.GetRequiredService<IdentityDbContext>().Users.AnyAsync(
            user => user.EmailKey == User.KeyOf(email), Token)));
    }

    [Fact]
    public async Task Refresh_RedisDown_DoesNotUseTheTokenUp()
    {
        var person = await Person.RegisterAsync(factory.CreateClient());
        var refreshToken = person.Registered.RefreshToken;

        using var response = await client.PostAsJsonAsync("/api/v1/auth/refresh", new { refreshToken }, Token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Null(await factory.InScopeAsync(services => services.GetRequiredService<IdentityDbContext>().RefreshTokens
            .Where(token => token.SessionId == person.SessionId).Select(token => token.UsedAt).SingleAsync(Token)));
    }

    [Theory]
    [InlineData("POST", "/api/v1/auth/logout")]
    [InlineData("POST", "/api/v1/auth/logout-all")]
    [InlineData("DELETE", "/api/v1/sessions/{session}")]
    [InlineData("DELETE", "/api/v1/users/me")]
    public async Task End_RedisDown_Answers503AndEndsNothing(string method, string path)
    {
        var person = await Person.RegisterAsync(factory.CreateClient());

        using var response = await Person.SendAsync(
            client, new HttpMethod(method), path.Replace("{session}", $"{person.SessionId}", StringComparison.Ordinal), person.Registered.AccessToken);

        await Problem.AssertAsync(response, HttpStatusCode.ServiceUnavailable, "GATEWAY_002");
        await person.RefreshedAsync(person.Registered.RefreshToken);
    }
}
