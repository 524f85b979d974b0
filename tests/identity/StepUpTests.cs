using System.Net;

namespace SocialSelling.Identity.Tests;

public sealed class StepUpTests(IdentityFactory factory)
{
    private readonly HttpClient client = factory.CreateClient();

    [Fact]
    public async Task StepUp_PasswordWithoutMfa_RenewsTheLogin()
    {
        var person = await Person.RegisterAsync(client);
        await AgeAsync(person);
        using var before = await person.SendAsync(HttpMethod.Post, "/api/v1/mfa/totp");

        using var stepUp = await StepUpAsync(person, new { password = Person.Password });

        using var after = await person.SendAsync(HttpMethod.Post, "/api/v1/mfa/totp");
        await Problem.AssertAsync(before, HttpStatusCode.Forbidden, "AUTH_008");
        Assert.Equal(HttpStatusCode.NoContent, stepUp.StatusCode);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task StepUp_PasswordWithMfa_IsNotEnough()
    {
        var person = await MfaPerson.EnrolAsync(factory, client);

        using var response = await person.StepUpAsync(new { password = Person.Password });
        var problem = await MfaPerson.JsonAsync(response);

        Assert.Equal((HttpStatusCode.Unauthorized, "MFA_001"), (response.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Equal(2, problem.GetProperty("methods").GetArrayLength());
        Assert.False(problem.TryGetProperty("mfaToken", out _));
    }

    [Fact]
    public async Task StepUp_CodeOrRecoveryCode_RenewsTheLogin()
    {
        var person = await MfaPerson.EnrolAsync(factory, client);
        foreach (var proof in (object[])[new { code = person.Code() }, new { recoveryCode = person.RecoveryCodes[0] }])
        {
            await AgeAsync(person.Person);
            using var before = await person.Person.SendAsync(HttpMethod.Post, "/api/v1/mfa/recovery-codes");
            using var stepUp = await person.StepUpAsync(proof);
            await Problem.AssertAsync(before, HttpStatusCode.Forbidden, "AUTH_008");
            Assert.Equal(HttpStatusCode.NoContent, stepUp.StatusCode);
        }

        using var after = await person.Person.SendAsync(HttpMethod.Post, "/api/v1/mfa/recovery-codes");
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task StepUp_OneCodeAtOnce_OneWins()
    {
        var person = await MfaPerson.EnrolAsync(factory, client);
        var proof = new { code = person.Code() };

        var answers = await Task.WhenAll(person.StepUpAsync(proof), person.StepUpAsync(proof));

        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.Unauthorized], answers.Select(answer => answer.StatusCode).Order());
    }

    [Fact]
    public async Task StepUp_SessionOpenedBeforeMfa_NeedsTheSecondFactorNow()
    {
        var person = await Person.RegisterAsync(client);
        using var login = await person.LoginAsync(Person.Password);
        var other = await Person.ReadAsync(login);
        var secret = await MfaPerson.StartAsync(client, person);
        using var confirmed = await MfaPerson.PostAsync(
            client, person.Registered.AccessToken, "/api/v1/mfa/totp/confirm", new { code = MfaPerson.CodeOf(secret) });

        using var response = await Person.SendAsync(client, HttpMethod.Delete, "/api/v1/mfa/totp", other.AccessToken);

        await Problem.AssertAsync(response, HttpStatusCode.Forbidden, "AUTH_008");
    }

    [Fact]
    public async Task StepUp_WrongPasswords_CountLikeFailedLogins()
    {
        var person = await Person.RegisterAsync(client);
        for (var attempt = 0; attempt < IdentityFactory.LoginAttempts; attempt++)
        {
            using var wrong = await StepUpAsync(person, new { password = "Wrong-Passw0rd" });
            await Problem.AssertAsync(wrong, HttpStatusCode.Unauthorized, "AUTH_001");
        }

        using var stepUp = await StepUpAsync(person, new { password = Person.Password });

        await Problem.AssertAsync(stepUp, HttpStatusCode.Forbidden, "AUTH_006");
    }

    [Fact]
    public async Task StepUp_CodeWithoutMfa_SaysWhatToDo()
    {
        var person = await Person.RegisterAsync(client);

        using var response = await StepUpAsync(person, new { code = "123456" });

        await Problem.AssertAsync(response, HttpStatusCode.Conflict, "MFA_006");
    }

    [Fact]
    public async Task StepUp_NoneOrSeveralProofs_Answers400()
    {
        var person = await Person.RegisterAsync(client);
        foreach (var proof in (object[])[new { }, new { password = "" }, new { password = "a", code = "b" }, new { code = new string('1', 17) }])
        {
            using var response = await StepUpAsync(person, proof);
            await Problem.AssertAsync(response, HttpStatusCode.BadRequest, "VALIDATION_001");
        }
    }

    [Fact]
    public async Task StepUp_EndedSession_Refuses()
    {
        var person = await Person.RegisterAsync(client);
        using var logout = await person.SendAsync(HttpMethod.Post, "/api/v1/auth/logout");

        using var response = await StepUpAsync(person, new { password = Person.Password });

        await Problem.AssertAsync(response, HttpStatusCode.Unauthorized, "AUTH_005");
    }

    private Task AgeAsync(Person person) => factory.Database.ExecuteAsync(
        $"UPDATE identity.sessions SET authenticated_at = now() - interval '1 hour', second_factor_at = now() - interval '1 hour' WHERE id = '{person.SessionId}'");

    private Task<HttpResponseMessage> StepUpAsync(Person person, object proof) =>
        MfaPerson.PostAsync(client, person.Registered.AccessToken, "/api/v1/auth/step-up", proof);
}
