using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Passwords;
using SocialSelling.Testing;

namespace SocialSelling.Identity.Tests;

public sealed class PasswordTests(IdentityFactory factory)
{
    private const string Other = "Walrus-Cobalt-93";
    private readonly HttpClient client = factory.CreateClient(new() { HandleCookies = false });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Password1")]
    [InlineData("P@ssw0rd!")]
    [InlineData("Passw0rd-1234")]
    [InlineData("Qwerty123!")]
    [InlineData("Benfica2024")]
    [InlineData("1Qaz2wsx")]
    [InlineData("Aa123456")]
    [InlineData("Abcd1234")]
    [InlineData("Iloveyou2")]
    [InlineData("MonkeyMonkey1")]
    [InlineData("Senha123")]
    [InlineData("2024Summer!")]
    public void Contain_CommonPassword_IsKnown(string password) => Assert.True(CommonPasswords.Contain(password));

    [Theory]
    [InlineData("Heron-Quartz-58")]
    [InlineData("mT7#kQ2pXw")]
    [InlineData("Correct1HorseBatteryStaple")]
    [InlineData("Dragon-egg-soup-77")]
    public void Contain_UncommonPassword_IsNotKnown(string password) => Assert.False(CommonPasswords.Contain(password));

    [Theory]
    [InlineData("Jordan23")]
    [InlineData("Blink182")]
    [InlineData("Rush2112")]
    [InlineData("Trustno1")]
    public void Contain_OneOfTheMostCommon_IsKnownWithoutCase(string password) => Assert.True(CommonPasswords.Contain(password));

    [Fact]
    public async Task Register_WeakPasswordAndOtherFaults_NamesAllTogether()
    {
        using var response = await client.PostAsJsonAsync("/api/v1/auth/register", new { email = "none", password = "weak", name = "Ann Lee" }, Token);

        Assert.Equal(["email", "password"], (await Problem.AssertAsync(response, HttpStatusCode.BadRequest, "VALIDATION_001")).Order());
    }

    [Fact]
    public async Task Register_CommonPassword_IsRefused()
    {
        using var response = await client.PostAsJsonAsync("/api/v1/auth/register", Person.Form(Person.NewEmail(), "Password123"), Token);

        Assert.Equal(["password"], await Problem.AssertAsync(response, HttpStatusCode.BadRequest, "AUTH_003"));
    }

    [Fact]
    public async Task Change_RightPassword_EndsOtherSessionsAndTells()
    {
        var person = await Person.RegisterAsync(client);
        using var second = await person.LoginAsync(Person.Password);
        var elsewhere = await Person.ReadAsync(second);

        using var response = await ChangeAsync(person, Person.Password, Other);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        using var refused = await person.RefreshAsync(elsewhere.RefreshToken);
        using var kept = await person.RefreshAsync(person.Registered.RefreshToken);
        using var old = await person.LoginAsync(Person.Password);
        using var now = await person.LoginAsync(Other);
        Assert.Equal(
            (HttpStatusCode.Unauthorized, HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.OK),
            (refused.StatusCode, kept.StatusCode, old.StatusCode, now.StatusCode));
        await factory.Mails.ReceivedAsync(person.Email, "Your password was changed");
    }

    [Fact]
    public async Task Change_WrongOldWeakOrSamePassword_IsRefused()
    {
        var person = await Person.RegisterAsync(client);

        using var wrong = await ChangeAsync(person, "Wrong-Passw0rd", Other);
        using var weak = await ChangeAsync(person, Person.Password, "weak");
        using var same = await ChangeAsync(person, Person.Password, Person.Password);

        await Problem.AssertAsync(wrong, HttpStatusCode.Unauthorized, "AUTH_001");
        Assert.Equal(["newPassword"], await Problem.AssertAsync(weak, HttpStatusCode.BadRequest, "AUTH_003"));
        Assert.Equal(["newPassword"], await Problem.AssertAsync(same, HttpStatusCode.BadRequest, "AUTH_003"));
    }

    [Fact]
    public async Task Change_TooManyGuesses_AreLocked()
    {
        var person = await Person.RegisterAsync(client);
        for (var attempt = 0; attempt < IdentityFactory.LoginAttempts; attempt++)
        {
            using var wrong = await ChangeAsync(person, "Wrong-Passw0rd", Other);
        }

        using var response = await ChangeAsync(person, Person.Password, Other);

        await Problem.AssertAsync(response, HttpStatusCode.Forbidden, "AUTH_006");
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task Reset_LinkOfTheMail_SetsThePasswordOnceEndsSessionsAndUnlocks()
    {
        var person = await Person.RegisterAsync(client);
        for (var attempt = 0; attempt < IdentityFactory.LoginAttempts; attempt++)
        {
            using var wrong = await person.LoginAsync("Wrong-Passw0rd");
        }

        await ForgotAsync(person.Email);
        var token = await factory.Mails.TokenAsync(person.Email, "Choose a new password");

        using var weak = await ResetAsync(token, "weak");
        using var response = await ResetAsync(token, Other);
        using var again = await ResetAsync(token, "Another-Walrus-94");

        await Problem.AssertAsync(weak, HttpStatusCode.BadRequest, "AUTH_003");
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        await Problem.AssertAsync(again, HttpStatusCode.BadRequest, "AUTH_010");
        using var refused = await person.RefreshAsync(person.Registered.RefreshToken);
        using var login = await person.LoginAsync(Other);
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (refused.StatusCode, login.StatusCode));
        Assert.True((await UserAsync(person)).EmailVerified);
        await factory.Mails.ReceivedAsync(person.Email, "Your password was changed");
    }

    [Fact]
    public async Task Reset_SameLinkAtOnce_WorksOnce()
    {
        var person = await Person.RegisterAsync(client);
        await ForgotAsync(person.Email);
        var token = await factory.Mails.TokenAsync(person.Email, "Choose a new password");

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(number => ResetAsync(token, $"Walrus-Cobalt-9{number}")));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.NoContent);
        Assert.Equal(2, answers.Count(answer => answer.StatusCode == HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task Reset_ExpiredOrForeignLink_IsRefused()
    {
        var person = await Person.RegisterAsync(client);
        await ForgotAsync(person.Email);
        var token = await factory.Mails.TokenAsync(person.Email, "Choose a new password");
        var verification = await factory.Mails.TokenAsync(person.Email, "Confirm");
        await factory.Database.ExecuteAsync($"UPDATE identity.one_time_tokens SET expires_at = now() WHERE user_id = '{person.Registered.User.Id}' AND purpose = 'reset_password'");

        foreach (var worthless in (string[])[token, verification, "rubbish", new string('A', 43)])
        {
            using var response = await ResetAsync(worthless, Other);
            await Problem.AssertAsync(response, HttpStatusCode.BadRequest, "AUTH_010");
        }
    }

    [Fact]
    public async Task Forgot_UnknownAddress_AnswersTheSame()
    {
        var person = await Person.RegisterAsync(client);
        using var known = await client.PostAsJsonAsync("/api/v1/auth/password/forgot", new { email = person.Email }, Token);
        using var unknown = await client.PostAsJsonAsync("/api/v1/auth/password/forgot", new { email = Person.NewEmail() }, Token);

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (known.StatusCode, unknown.StatusCode));
        Assert.Equal(await known.Content.ReadAsStringAsync(Token), await unknown.Content.ReadAsStringAsync(Token));
        Assert.Equal(known.Headers.Select(header => header.Key).Order(), unknown.Headers.Select(header => header.Key).Order());
    }

    [Fact]
    public async Task Forgot_Often_SendsNoMoreThanAFewMails()
    {
        var person = await Person.RegisterAsync(client);
        for (var time = 0; time < 5; time++)
        {
            await ForgotAsync(person.Email);
        }

        var marker = await Person.RegisterAsync(client);
        await ForgotAsync(marker.Email);
        await factory.Mails.ReceivedAsync(marker.Email, "Choose a new password");
        await Eventually.That(() => Task.FromResult(Resets(person) == 3));
        Assert.Equal(3, await factory.InScopeAsync(services => services.GetRequiredService<IdentityDbContext>().OneTimeTokens.CountAsync(
            token => token.UserId == person.Registered.User.Id && token.Purpose == TokenPurpose.ResetPassword, Token)));
    }

    private int Resets(Person person) => factory.Mails.To(person.Email).Count(mail => mail.Subject == "Choose a new password");

    private Task<HttpResponseMessage> ChangeAsync(Person person, string currentPassword, string newPassword)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/auth/password/change") { Content = JsonContent.Create(new { currentPassword, newPassword }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", person.Registered.AccessToken);
        return client.SendAsync(request, Token);
    }

    private async Task ForgotAsync(string email)
    {
        using var response = await client.PostAsJsonAsync("/api/v1/auth/password/forgot", new { email }, Token);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    private Task<HttpResponseMessage> ResetAsync(string token, string newPassword) =>
        client.PostAsJsonAsync("/api/v1/auth/password/reset", new { token, newPassword }, Token);

    private Task<User> UserAsync(Person person) => factory.InScopeAsync(services =>
        services.GetRequiredService<IdentityDbContext>().Users.SingleAsync(user => user.Id == person.Registered.User.Id, Token));
}
