using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Identity.Data;

namespace SocialSelling.Identity.Tests;

public sealed class RememberedDeviceTests(IdentityFactory factory)
{
    private readonly HttpClient client = factory.CreateClient(new() { HandleCookies = false });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Remember_Cookie_IsStrictAndStandsForTheSecondFactor()
    {
        var person = await MfaPerson.EnrolAsync(factory, client);

        var header = await RememberAsync(person);

        Assert.Contains("; secure", header, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; httponly", header, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=strict", header, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; path=/", header, StringComparison.OrdinalIgnoreCase);
        using var login = await LoginAsync(person, Person.Password, Cookie(header));
        Assert.Equal(HttpStatusCode.OK, login.StatusCode);
    }

    [Fact]
    public async Task Remember_WrongPassword_IsNotStoodInFor()
    {
        var person = await MfaPerson.EnrolAsync(factory, client);
        var cookie = Cookie(await RememberAsync(person));

        using var login = await LoginAsync(person, "Wrong-Passw0rd", cookie);

        await Problem.AssertAsync(login, HttpStatusCode.Unauthorized, "AUTH_001");
    }

    [Fact]
    public async Task Remember_CookieOfAnotherUser_IsNothing()
    {
        var (person, other) = (await MfaPerson.EnrolAsync(factory, client), await MfaPerson.EnrolAsync(factory, client));
        var cookie = Cookie(await RememberAsync(other));

        using var login = await LoginAsync(person, Person.Password, cookie);

        await Problem.AssertAsync(login, HttpStatusCode.Unauthorized, "MFA_001");
    }

    [Theory]
    [InlineData("UPDATE identity.remembered_devices SET expires_at = now() WHERE user_id = '{0}'")]
    [InlineData("UPDATE identity.remembered_devices SET password_mark = decode('00', 'hex') WHERE user_id = '{0}'")]
    [InlineData("DELETE FROM identity.remembered_devices WHERE user_id = '{0}'")]
    public async Task Remember_ExpiredOtherPasswordOrGone_IsNothing(string sql)
    {
        var person = await MfaPerson.EnrolAsync(factory, client);
        var cookie = Cookie(await RememberAsync(person));
        await factory.Database.ExecuteAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, person.Id));

        using var login = await LoginAsync(person, Person.Password, cookie);

        await Problem.AssertAsync(login, HttpStatusCode.Unauthorized, "MFA_001");
        Assert.Empty(await ListAsync(person));
    }

    [Fact]
    public async Task Remember_LoginByDevice_IsNoProofForWhatIsSensitive()
    {
        var person = await MfaPerson.EnrolAsync(factory, client);
        var cookie = Cookie(await RememberAsync(person));
        using var login = await LoginAsync(person, Person.Password, cookie);
        var token = (await Person.ReadAsync(login)).AccessToken;

        using var refused = await Person.SendAsync(client, HttpMethod.Delete, "/api/v1/mfa/totp", token);
        await person.ForgetUseAsync();
        using var stepUp = await MfaPerson.PostAsync(client, token, "/api/v1/auth/step-up", new { code = person.Code() });
        using var removed = await Person.SendAsync(client, HttpMethod.Delete, "/api/v1/mfa/totp", token);

        await Problem.AssertAsync(refused, HttpStatusCode.Forbidden, "AUTH_008");
        Assert.Equal(HttpStatusCode.NoContent, stepUp.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.False(await factory.InScopeAsync(services => services.GetRequiredService<IdentityDbContext>().RememberedDevices
            .AnyAsync(device => device.UserId == person.Id, Token)));
    }

    [Fact]
    public async Task Devices_Forgotten_AreAskedAgain()
    {
        var (person, other) = (await MfaPerson.EnrolAsync(factory, client), await MfaPerson.EnrolAsync(factory, client));
        var cookie = Cookie(await RememberAsync(person));
        var device = Assert.Single(await ListAsync(person, cookie));
        Assert.True(device.GetProperty("current").GetBoolean());
        var path = $"/api/v1/mfa/devices/{device.GetProperty("id").GetGuid()}";

        using var strangers = await other.Person.SendAsync(HttpMethod.Delete, path);
        using var own = await person.Person.SendAsync(HttpMethod.Delete, path);
        using var again = await person.Person.SendAsync(HttpMethod.Delete, path);
        using var login = await LoginAsync(person, Person.Password, cookie);

        await Problem.AssertAsync(strangers, HttpStatusCode.NotFound, "NOT_FOUND_001");
        Assert.Equal(HttpStatusCode.NoContent, own.StatusCode);
        await Problem.AssertAsync(again, HttpStatusCode.NotFound, "NOT_FOUND_001");
        await Problem.AssertAsync(login, HttpStatusCode.Unauthorized, "MFA_001");
    }

    [Fact]
    public async Task Devices_AllForgotten_ListIsEmpty()
    {
        var person = await MfaPerson.EnrolAsync(factory, client);
        await RememberAsync(person);

        using var response = await person.Person.SendAsync(HttpMethod.Delete, "/api/v1/mfa/devices");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Empty(await ListAsync(person));
    }

    private static string Cookie(string header) => header[..header.IndexOf(';', StringComparison.Ordinal)];

    private static async Task<string> RememberAsync(MfaPerson person)
    {
        await person.ForgetUseAsync();
        using var response = await person.CompleteAsync(await person.BeginLoginAsync(), person.Code(), rememberDevice: true);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("__Host-device=", StringComparison.Ordinal));
    }

    private Task<HttpResponseMessage> LoginAsync(MfaPerson person, string password, string cookie) =>
        MfaPerson.SendAsync(client, null, HttpMethod.Post, "/api/v1/auth/login", new { email = person.Person.Email, password }, cookie);

    private async Task<IReadOnlyList<System.Text.Json.JsonElement>> ListAsync(MfaPerson person, string? cookie = null)
    {
        using var response = await MfaPerson.SendAsync(
            client, person.Person.Registered.AccessToken, HttpMethod.Get, "/api/v1/mfa/devices", cookie: cookie);
        return [.. (await MfaPerson.JsonAsync(response)).GetProperty("data").EnumerateArray()];
    }
}
