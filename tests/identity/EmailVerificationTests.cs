using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Tests;

public sealed class EmailVerificationTests(IdentityFactory factory)
{
    private readonly HttpClient client = factory.CreateClient(new() { HandleCookies = false });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Verify_LinkOfTheMail_ConfirmsOnce()
    {
        var person = await Person.RegisterAsync(client);
        var token = await factory.Mails.TokenAsync(person.Email, "Confirm your e-mail address");
        Assert.False((await UserAsync(person)).EmailVerified);

        using var response = await PostAsync("auth/email/verify", new { token });
        using var again = await PostAsync("auth/email/verify", new { token });

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        await Problem.AssertAsync(again, HttpStatusCode.BadRequest, "AUTH_010");
        Assert.True((await UserAsync(person)).EmailVerified);
    }

    [Fact]
    public async Task ApiKey_AddressNotConfirmed_IsRefused()
    {
        var person = await Person.RegisterAsync(client);

        using var response = await PostAsync("api-keys", new { name = "Key", scopes = (string[])["conversations.read"] }, person);

        await Problem.AssertAsync(response, HttpStatusCode.Forbidden, "AUTH_007");
    }

    [Fact]
    public async Task Resend_Often_IsRefusedWithATime()
    {
        var person = await Person.RegisterAsync(client);
        for (var time = 0; time < 4; time++)
        {
            using var sent = await PostAsync("auth/email/resend", null, person);
            Assert.Equal(HttpStatusCode.Accepted, sent.StatusCode);
        }

        using var response = await PostAsync("auth/email/resend", null, person);

        await Problem.AssertAsync(response, HttpStatusCode.TooManyRequests, "RATE_001");
        Assert.InRange(response.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(58), TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task ChangeEmail_LinkToTheNewAddress_ChangesItAndTellsTheOld()
    {
        var person = await Person.RegisterAsync(client);
        var newEmail = Person.NewEmail();
        var verification = await factory.Mails.TokenAsync(person.Email, "Confirm your e-mail address");

        using var asked = await PostAsync("users/me/email", new { newEmail }, person);
        await factory.Mails.ReceivedAsync(person.Email, "Somebody asked to change");
        var token = await factory.Mails.TokenAsync(newEmail, "Confirm your new");
        using var response = await PostAsync("auth/email/confirm-change", new { token });
        using var stale = await PostAsync("auth/email/verify", new { token = verification });

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.NoContent), (asked.StatusCode, response.StatusCode));
        await factory.Mails.ReceivedAsync(person.Email, "was changed");
        var user = await UserAsync(person);
        Assert.Equal((newEmail, true), (user.Email, user.EmailVerified));
        await Problem.AssertAsync(stale, HttpStatusCode.BadRequest, "AUTH_010");
        using var login = await client.PostAsJsonAsync("/api/v1/auth/login", new { email = newEmail, password = Person.Password }, Token);
        Assert.Equal(HttpStatusCode.OK, login.StatusCode);
        Assert.Equal(2, await VersionAsync(person));
    }

    [Fact]
    public async Task ChangeEmail_AddressTakenMeanwhile_Conflicts()
    {
        var person = await Person.RegisterAsync(client);
        var newEmail = Person.NewEmail();
        using var asked = await PostAsync("users/me/email", new { newEmail }, person);
        var token = await factory.Mails.TokenAsync(newEmail, "Confirm your new");
        using var quicker = await client.PostAsJsonAsync("/api/v1/auth/register", Person.Form(newEmail), Token);

        using var response = await PostAsync("auth/email/confirm-change", new { token });
        using var later = await PostAsync("users/me/email", new { newEmail }, person);

        await Problem.AssertAsync(response, HttpStatusCode.Conflict, "AUTH_002");
        await Problem.AssertAsync(later, HttpStatusCode.Conflict, "AUTH_002");
        Assert.Equal(person.Email, (await UserAsync(person)).Email);
    }

    [Fact]
    public async Task ChangeEmail_PasswordChangedBeforeTheLinkIsOpened_IsStopped()
    {
        var person = await Person.RegisterAsync(client);
        var newEmail = Person.NewEmail();
        using var asked = await PostAsync("users/me/email", new { newEmail }, person);
        var token = await factory.Mails.TokenAsync(newEmail, "Confirm your new");
        using var changed = await PostAsync("auth/password/change", new { currentPassword = Person.Password, newPassword = "Walrus-Cobalt-93" }, person);

        using var response = await PostAsync("auth/email/confirm-change", new { token });

        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        await Problem.AssertAsync(response, HttpStatusCode.BadRequest, "AUTH_010");
    }

    [Fact]
    public async Task ChangeEmail_OldLogin_AsksForAStepUp()
    {
        var person = await Person.RegisterAsync(client);
        await factory.Database.ExecuteAsync($"UPDATE identity.sessions SET authenticated_at = now() - interval '1 day' WHERE id = '{person.SessionId}'");

        using var response = await PostAsync("users/me/email", new { newEmail = Person.NewEmail() }, person);

        await Problem.AssertAsync(response, HttpStatusCode.Forbidden, "AUTH_008");
    }

    [Theory]
    [InlineData("/account/verify-email")]
    [InlineData("/account/reset-password")]
    [InlineData("/account/change-email")]
    [InlineData("/account/invitation")]
    [InlineData("/account/export")]
    public async Task Page_OfALink_RunsItsOwnScriptOnly(string path)
    {
        using var response = await client.GetAsync(path, Token);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        var html = await response.Content.ReadAsStringAsync(Token);

        Assert.Equal((HttpStatusCode.OK, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("onclick", html, StringComparison.Ordinal);
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
    }

    [Theory]
    [InlineData("/account/account.js", HttpStatusCode.OK, "text/javascript")]
    [InlineData("/account/account.css", HttpStatusCode.OK, "text/css")]
    [InlineData("/account/nothing", HttpStatusCode.NotFound, "application/problem+json")]
    [InlineData("/account/..%2fappsettings.json", HttpStatusCode.NotFound, "application/problem+json")]
    public async Task File_OfThePages_IsServedOrUnknown(string path, HttpStatusCode status, string mediaType)
    {
        using var response = await client.GetAsync(path, Token);

        Assert.Equal((status, mediaType), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    private Task<HttpResponseMessage> PostAsync(string path, object? body, Person? person = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = person is null ? null : new AuthenticationHeaderValue("Bearer", person.Registered.AccessToken);
        return client.SendAsync(request, Token);
    }

    private Task<User> UserAsync(Person person) => factory.InScopeAsync(services =>
        services.GetRequiredService<IdentityDbContext>().Users.SingleAsync(user => user.Id == person.Registered.User.Id, Token));

    private Task<int> VersionAsync(Person person) => factory.InScopeAsync(services =>
        services.GetRequiredService<IdentityDbContext>().Sessions.Where(session => session.Id == person.SessionId).Select(session => session.TokenVersion).SingleAsync(Token));
}
