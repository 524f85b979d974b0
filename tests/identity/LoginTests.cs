using System.Net;
using System.Net.Http.Json;
using SocialSelling.ServiceDefaults.Access;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.ServiceDefaults.Redis;

namespace SocialSelling.Identity.Tests;

public sealed class LoginTests(IdentityFactory factory)
{
    private readonly HttpClient client = factory.CreateClient(new() { HandleCookies = false });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Login_RightPassword_OpensAnotherSession()
    {
        var person = await Person.RegisterAsync(client);

        using var response = await person.LoginAsync(Person.Password);
        var answer = await Person.ReadAsync(response);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.Equal(person.Registered.User, answer.User);
        var session = Jwt.Payload(answer.AccessToken).GetProperty("sessionId").GetGuid();
        Assert.NotEqual(person.SessionId, session);
        Assert.True(await factory.Services.GetRequiredService<RedisStore>().ExistsAsync(SessionKeys.Of(session), Token));
    }

    [Fact]
    public async Task Login_WrongPasswordOrUnknownAddress_AnswersAlike()
    {
        var person = await Person.RegisterAsync(client);

        using var wrong = await person.LoginAsync("Wrong-Passw0rd");
        using var unknown = await LoginAsync(Person.NewEmail(), Person.Password);

        await Problem.AssertAsync(wrong, HttpStatusCode.Unauthorized, "AUTH_001");
        await Problem.AssertAsync(unknown, HttpStatusCode.Unauthorized, "AUTH_001");
    }

    [Fact]
    public async Task Login_ZeroCharacterInAddress_IsAnUnknownAddress()
    {
        using var response = await LoginAsync("zero\0@example.org", Person.Password);

        await Problem.AssertAsync(response, HttpStatusCode.Unauthorized, "AUTH_001");
    }

    [Fact]
    public async Task Login_MissingFields_NamesThem()
    {
        using var response = await client.PostAsJsonAsync("/api/v1/auth/login", new { }, Token);

        Assert.Equal(["email", "password"], await Problem.AssertAsync(response, HttpStatusCode.BadRequest, "VALIDATION_001"));
    }

    [Fact]
    public async Task Login_TooManyFailures_RefusesEvenTheRightPassword()
    {
        var person = await Person.RegisterAsync(client);
        for (var attempt = 0; attempt < IdentityFactory.LoginAttempts; attempt++)
        {
            using var failed = await person.LoginAsync("Wrong-Passw0rd");
            Assert.Equal(HttpStatusCode.Unauthorized, failed.StatusCode);
        }

        using var response = await person.LoginAsync(Person.Password);

        await Problem.AssertAsync(response, HttpStatusCode.Forbidden, "AUTH_006");
        Assert.InRange(response.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));
    }

    [Fact]
    public async Task Login_Success_ForgetsEarlierFailures()
    {
        var person = await Person.RegisterAsync(client);
        foreach (var password in (string[])["Wrong-Passw0rd", "Wrong-Passw0rd", Person.Password, "Wrong-Passw0rd", "Wrong-Passw0rd"])
        {
            using var earlier = await person.LoginAsync(password);
        }

        using var response = await person.LoginAsync(Person.Password);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private Task<HttpResponseMessage> LoginAsync(string email, string password) =>
        client.PostAsJsonAsync("/api/v1/auth/login", new { email, password }, Token);
}
