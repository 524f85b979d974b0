using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Contracts.Identity;
using SocialSelling.Identity.Data;
using SocialSelling.Testing;

namespace SocialSelling.Identity.Tests;

public sealed class MfaLoginTests(IdentityFactory factory)
{
    private readonly HttpClient client = factory.CreateClient();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Login_MfaOn_AsksForTheSecondFactor()
    {
        var person = await MfaPerson.EnrolAsync(factory, client);

        using var response = await person.Person.LoginAsync(Person.Password);
        var problem = await MfaPerson.JsonAsync(response);

        Assert.Equal((HttpStatusCode.Unauthorized, "MFA_001"), (response.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Equal(["totp", "recoveryCode"], problem.GetProperty("methods").EnumerateArray().Select(method => method.GetString()!));
        Assert.True(problem.GetProperty("mfaToken").GetString()!.Length > 40);
        Assert.False(problem.TryGetProperty("accessToken", out _));
    }

    [Fact]
    public async Task Login_MfaOnWrongPassword_DoesNotTell()
    {
        var person = await MfaPerson.EnrolAsync(factory, client);

        using var response = await person.Person.LoginAsync("Wrong-Passw0rd");

        await Problem.AssertAsync(response, HttpStatusCode.Unauthorized, "AUTH_001");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Complete_RightCode_OpensASession(int steps)
    {
        var person = await MfaPerson.EnrolAsync(factory, client);

        using var response = await person.CompleteAsync(await person.BeginLoginAsync(), person.Code(steps).Insert(3, " "));
        var answer = await MfaPerson.JsonAsync(response);

        // A step may end between the two, so that the code of one step ago is two steps old.
        if (steps != -1 || response.StatusCode == HttpStatusCode.OK)
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(
                ["accessToken", "refreshToken", "expiresIn", "tokenType", "user"], answer.EnumerateObject().Select(member => member.Name));
            Assert.False(response.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.Contains("device", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Complete_CodeOfAnEarlierLogin_Refuses()
    {
        var person = await MfaPerson.EnrolAsync(factory, client);
        var code = person.Code();
        using var first = await person.CompleteAsync(await person.BeginLoginAsync(), code);

        using var second = await person.CompleteAsync(await person.BeginLoginAsync(), code);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        await Problem.AssertAsync(second, HttpStatusCode.Unauthorized, "MFA_002");
    }

    [Fact]
    public async Task Complete_OneCodeInLoginsAtOnce_OneWins()
    {
        var person = await MfaPerson.EnrolAsync(factory, client);
        var tokens = new List<string>();
        for (var i = 0; i < IdentityFactory.LoginAttempts; i++)
        {
            tokens.Add(await person.BeginLoginAsync());
        }

        var code = person.Code();

        var answers = await Task.WhenAll(tokens.Select(token => person.CompleteAsync(token, code)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Unauthorized));
    }

    [Fact]
    public async Task Complete_OneRecoveryCodeAtOnce_OneWins()
    {
        var person = await MfaPerson.EnrolAsync(factory, client);
        string[] tokens = [await person.BeginLoginAsync(), await person.BeginLoginAsync()];

        var answers = await Task.WhenAll(tokens.Select(token => person.CompleteAsync(token, recoveryCode: person.RecoveryCodes[3])));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Unauthorized], answers.Select(answer => answer.StatusCode).Order());
    }

    [Fact]
    public async Task Complete_SameLoginTwiceWithTwoProofs_OpensOneSession()
    {
        var person = await MfaPerson.EnrolAsync(factory, client);
        var token = await person.BeginLoginAsync();

        var answers = await Task.WhenAll(person.CompleteAsync(token, person.Code()), person.CompleteAsync(token, recoveryCode: person.RecoveryCodes[0]));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        using var later = await person.CompleteAsync(token, recoveryCode: person.RecoveryCodes[1]);
        await Problem.AssertAsync(later, HttpStatusCode.Unauthorized, "MFA_003");
    }

    [Fact]
    public async Task Complete_RecoveryCodeHoweverTyped_WorksOnce()
    {
        var person = await MfaPerson.EnrolAsync(factory, client);
        var typed = person.RecoveryCodes[0].ToUpperInvariant().Replace('-', ' ');

        using var first = await person.CompleteAsync(await person.BeginLoginAsync(), recoveryCode: typed);
        using var second = await person.CompleteAsync(await person.BeginLoginAsync(), recoveryCode: person.RecoveryCodes[0]);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        await Problem.AssertAsync(second, HttpStatusCode.Unauthorized, "MFA_002");
        Assert.Equal(9, await factory.InScopeAsync(services => services.GetRequiredService<IdentityDbContext>().RecoveryCodes
            .CountAsync(code => code.UserId == person.Id && code.UsedAt == null, Token)));
    }

    [Fact]
    public async Task Complete_RecoveryCodeOfAnother_Refuses()
    {
        var (person, other) = (await MfaPerson.EnrolAsync(factory, client), await MfaPerson.EnrolAsync(factory, client));

        using var response = await person.CompleteAsync(await person.BeginLoginAsync(), recoveryCode: other.RecoveryCodes[0]);

        await Problem.AssertAsync(response, HttpStatusCode.Unauthorized, "MFA_002");
    }

    [Fact]
    public async Task Complete_FiveWrongCodes_EndTheLogin()
    {
        var person = await MfaPerson.EnrolAsync(factory, client);
        var token = await person.BeginLoginAsync();
        for (var attempt = 0; attempt < 4; attempt++)
        {
            using var wrong = await person.CompleteAsync(token, person.WrongCode());
            await Problem.AssertAsync(wrong, HttpStatusCode.Unauthorized, "MFA_002");
        }

        using var last = await person.CompleteAsync(token, person.WrongCode());
        using var right = await person.CompleteAsync(token, person.Code());

        await Problem.AssertAsync(last, HttpStatusCode.Unauthorized, "MFA_003");
        await Problem.AssertAsync(right, HttpStatusCode.Unauthorized, "MFA_003");
    }

    [Fact]
    public async Task Complete_LoginDeadOfWrongCodes_CountsAsOneFailure()
    {
        var person = await MfaPerson.EnrolAsync(factory, client);
        var token = await person.BeginLoginAsync();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var wrong = await person.CompleteAsync(token, person.WrongCode());
        }

        for (var attempt = 1; attempt < IdentityFactory.LoginAttempts; attempt++)
        {
            using var wrong = await person.Person.LoginAsync("Wrong-Passw0rd");
            await Problem.AssertAsync(wrong, HttpStatusCode.Unauthorized, "AUTH_001");
        }

        using var locked = await person.Person.LoginAsync(Person.Password);
        await Problem.AssertAsync(locked, HttpStatusCode.Forbidden, "AUTH_006");
    }

    [Fact]
    public async Task Complete_ManyGuessesAtOnce_OnlyFiveAreLookedAt()
    {
        var person = await MfaPerson.EnrolAsync(factory, client);
        var token = await person.BeginLoginAsync();
        var wrong = person.WrongCode();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => person.CompleteAsync(token, wrong)));

        var codes = await Task.WhenAll(answers.Select(async answer => (await MfaPerson.JsonAsync(answer)).GetProperty("code").GetString()));
        Assert.True(codes.Count(code => code == "MFA_002") <= 4);
        Assert.True(codes.Count(code => code == "MFA_003") >= 8);
    }

    [Fact]
    public async Task Complete_GuessesOverManyLogins_AreLimitedButRecoveryCodesWork()
    {
        await using var probe = await BusProbe.StartAsync(types => types.Capture<AuditEntryRecorded>());
        var person = await MfaPerson.EnrolAsync(factory, client);
        for (var login = 0; login < 2; login++)
        {
            var token = await person.BeginLoginAsync();
            for (var attempt = 0; attempt < 5; attempt++)
            {
                using var wrong = await person.CompleteAsync(token, person.WrongCode());
            }
        }

        var last = await person.BeginLoginAsync();
        using var limited = await person.CompleteAsync(last, person.Code());
        using var recovered = await person.CompleteAsync(last, recoveryCode: person.RecoveryCodes[0]);

        await Problem.AssertAsync(limited, HttpStatusCode.TooManyRequests, "RATE_001");
        Assert.InRange(limited.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(55), TimeSpan.FromMinutes(60));
        Assert.Equal(HttpStatusCode.OK, recovered.StatusCode);
        await probe.ReceivedAsync<AuditEntryRecorded>(entry => entry.Action == "user.locked" && entry.TargetId == person.Id.ToString());
        Assert.Equal(10, probe.Of<AuditEntryRecorded>().Count(entry => entry.Action == "mfa.failed" && entry.TargetId == person.Id.ToString()));
    }

    [Fact]
    public async Task Complete_PasswordChangedMeanwhile_Refuses()
    {
        var person = await MfaPerson.EnrolAsync(factory, client);
        var token = await person.BeginLoginAsync();
        await factory.Database.ExecuteAsync($"UPDATE identity.users SET password_hash = '$2b$12$another' WHERE id = '{person.Id}'");

        using var response = await person.CompleteAsync(token, person.Code());

        await Problem.AssertAsync(response, HttpStatusCode.Unauthorized, "MFA_003");
    }

    [Fact]
    public async Task Complete_UserDisabledMeanwhile_Refuses()
    {
        var person = await MfaPerson.EnrolAsync(factory, client);
        var token = await person.BeginLoginAsync();
        await factory.Database.ExecuteAsync($"UPDATE identity.users SET disabled_at = now() WHERE id = '{person.Id}'");

        using var response = await person.CompleteAsync(token, person.Code());

        await Problem.AssertAsync(response, HttpStatusCode.Forbidden, "AUTH_009");
    }

    [Theory]
    [InlineData("""{"mfaToken":"x","code":"123456"}""", 401, "MFA_003")]
    [InlineData("""{"mfaToken":"\u0000","code":"123456"}""", 401, "MFA_003")]
    [InlineData("""{"mfaToken":"x"}""", 400, "VALIDATION_001")]
    [InlineData("""{"mfaToken":"x","code":"123456","recoveryCode":"aaaa-bbbb-cccc"}""", 400, "VALIDATION_001")]
    [InlineData("""{"code":"123456"}""", 400, "VALIDATION_001")]
    [InlineData("""{"mfaToken":"x","code":"12345678901234567"}""", 400, "VALIDATION_001")]
    [InlineData("[]", 400, "VALIDATION_001")]
    public async Task Complete_Rubbish_Refuses(string body, int status, string code)
    {
        using var response = await MfaPerson.PostAsync(client, null, "/api/v1/auth/mfa/login", JsonSerializer.Deserialize<JsonElement>(body));

        await Problem.AssertAsync(response, (HttpStatusCode)status, code);
    }
}
