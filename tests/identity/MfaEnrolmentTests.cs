using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Contracts.Identity;
using SocialSelling.Identity.Data;
using SocialSelling.Testing;

namespace SocialSelling.Identity.Tests;

public sealed class MfaEnrolmentTests(IdentityFactory factory)
{
    private readonly HttpClient client = factory.CreateClient();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_Anew_AnswersSecretUriAndQrCodes()
    {
        var person = await Person.RegisterAsync(client);

        using var response = await person.SendAsync(HttpMethod.Post, "/api/v1/mfa/totp");
        var answer = await MfaPerson.JsonAsync(response);

        Assert.True(response.Headers.CacheControl?.NoStore);
        var secret = answer.GetProperty("secret").GetString()!;
        Assert.Matches("^[A-Z2-7]{32}$", secret);
        Assert.Equal(
            $"otpauth://totp/SocialSelling:{Uri.EscapeDataString(person.Email)}?secret={secret}&issuer=SocialSelling&algorithm=SHA1&digits=6&period=30",
            answer.GetProperty("otpauthUri").GetString());
        Assert.StartsWith("<svg", answer.GetProperty("qrCodeSvg").GetString(), StringComparison.Ordinal);
        var png = answer.GetProperty("qrCodePng").GetString()!;
        Assert.Equal("\x89PNG", Encoding.Latin1.GetString(Convert.FromBase64String(png["data:image/png;base64,".Length..])[..4]));
        Assert.False((await StateAsync(person)).GetProperty("enabled").GetBoolean());
        using var login = await person.LoginAsync(Person.Password);
        Assert.Equal(HttpStatusCode.OK, login.StatusCode);
    }

    [Fact]
    public async Task Confirm_RightCode_TurnsItOnAndTellsTheUser()
    {
        await using var probe = await BusProbe.StartAsync(types => types.Capture<MailRequested>().Capture<AuditEntryRecorded>());
        var person = await MfaPerson.EnrolAsync(factory, client);

        Assert.Equal(10, person.RecoveryCodes.Distinct().Count());
        Assert.All(person.RecoveryCodes, code => Assert.Matches("^[a-z2-7]{4}(-[a-z2-7]{4}){3}$", code));
        var state = await StateAsync(person.Person);
        Assert.True(state.GetProperty("enabled").GetBoolean());
        Assert.Equal(["totp", "recoveryCode"], state.GetProperty("methods").EnumerateArray().Select(method => method.GetString()!));
        Assert.Equal(10, state.GetProperty("recoveryCodesLeft").GetInt32());
        Assert.True(await factory.InScopeAsync(services => services.GetRequiredService<IdentityDbContext>().Users
            .Where(user => user.Id == person.Id).Select(user => user.MfaEnabled).SingleAsync(Token)));
        await probe.ReceivedAsync<AuditEntryRecorded>(entry => entry.Action == "mfa.enabled" && entry.TargetId == person.Id.ToString());
        await probe.ReceivedAsync<MailRequested>(mail => mail.Template == "mfa-changed");
    }

    [Fact]
    public async Task Start_MfaOn_Refuses()
    {
        var person = await MfaPerson.EnrolAsync(factory, client);

        using var response = await person.Person.SendAsync(HttpMethod.Post, "/api/v1/mfa/totp");

        await Problem.AssertAsync(response, HttpStatusCode.Conflict, "MFA_004");
    }

    [Fact]
    public async Task Start_Again_OutdatesTheEarlierSecret()
    {
        var person = await Person.RegisterAsync(client);
        var first = await MfaPerson.StartAsync(client, person);
        var second = await MfaPerson.StartAsync(client, person);

        using var old = await ConfirmAsync(person, MfaPerson.CodeOf(first));
        using var current = await ConfirmAsync(person, MfaPerson.CodeOf(second));

        Assert.Equal(["code"], await Problem.AssertAsync(old, HttpStatusCode.BadRequest, "MFA_002"));
        Assert.Equal(HttpStatusCode.OK, current.StatusCode);
    }

    [Fact]
    public async Task Start_ManyAtOnce_LeavesOneSecret()
    {
        var person = await Person.RegisterAsync(client);

        var secrets = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => MfaPerson.StartAsync(client, person)));

        var answers = new List<HttpStatusCode>();
        foreach (var secret in secrets)
        {
            using var response = await ConfirmAsync(person, MfaPerson.CodeOf(secret));
            answers.Add(response.StatusCode);
        }

        Assert.Single(answers, HttpStatusCode.OK);
    }

    [Fact]
    public async Task Confirm_SameCodeAtOnce_OneSetOfRecoveryCodes()
    {
        var person = await Person.RegisterAsync(client);
        var secret = await MfaPerson.StartAsync(client, person);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ConfirmAsync(person, MfaPerson.CodeOf(secret))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer.StatusCode != HttpStatusCode.OK), answer => Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode));
        Assert.Equal(10, await CodesAsync(person));
    }

    [Fact]
    public async Task Confirm_NothingStartedOrTooLate_SaysWhatToDo()
    {
        var person = await Person.RegisterAsync(client);
        using var nothing = await ConfirmAsync(person, "123456");
        var secret = await MfaPerson.StartAsync(client, person);
        await factory.Database.ExecuteAsync(
            $"UPDATE identity.totp_credentials SET created_at = created_at - interval '16 minutes' WHERE user_id = '{person.Registered.User.Id}'");

        using var late = await ConfirmAsync(person, MfaPerson.CodeOf(secret));

        await Problem.AssertAsync(nothing, HttpStatusCode.Conflict, "MFA_005");
        await Problem.AssertAsync(late, HttpStatusCode.Conflict, "MFA_005");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"code":null}""")]
    [InlineData("""{"code":123456}""")]
    [InlineData("""{"code":"12345678901234567"}""")]
    public async Task Confirm_Rubbish_Answers400(string body)
    {
        var person = await Person.RegisterAsync(client);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/mfa/totp/confirm")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            Headers = { Authorization = new("Bearer", person.Registered.AccessToken) },
        };

        using var response = await client.SendAsync(request, Token);

        await Problem.AssertAsync(response, HttpStatusCode.BadRequest, "VALIDATION_001");
    }

    [Fact]
    public async Task Remove_AfterASecondFactor_ForgetsEverything()
    {
        var person = await MfaPerson.EnrolAsync(factory, client);

        using var response = await person.Person.SendAsync(HttpMethod.Delete, "/api/v1/mfa/totp");
        using var login = await person.Person.LoginAsync(Person.Password);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, login.StatusCode);
        Assert.False((await StateAsync(person.Person)).GetProperty("enabled").GetBoolean());
        Assert.Equal(0, await CodesAsync(person.Person));
    }

    [Fact]
    public async Task RenewRecoveryCodes_AtOnce_LeavesOneSet()
    {
        var person = await MfaPerson.EnrolAsync(factory, client);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => person.Person.SendAsync(HttpMethod.Post, "/api/v1/mfa/recovery-codes")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(10, await CodesAsync(person.Person));
        using var old = await person.CompleteAsync(await person.BeginLoginAsync(), recoveryCode: person.RecoveryCodes[0]);
        await Problem.AssertAsync(old, HttpStatusCode.Unauthorized, "MFA_002");
    }

    [Fact]
    public async Task RenewRecoveryCodes_MfaOff_Refuses()
    {
        var person = await Person.RegisterAsync(client);

        using var response = await person.SendAsync(HttpMethod.Post, "/api/v1/mfa/recovery-codes");

        await Problem.AssertAsync(response, HttpStatusCode.Conflict, "MFA_006");
    }

    [Fact]
    public async Task Secret_AtRest_IsSealed()
    {
        var person = await Person.RegisterAsync(client);
        var secret = await MfaPerson.StartAsync(client, person);

        var stored = await factory.InScopeAsync(services => services.GetRequiredService<IdentityDbContext>().TotpCredentials
            .Where(credential => credential.UserId == person.Registered.User.Id).Select(credential => credential.SealedSecret).SingleAsync(Token));

        Assert.Equal(-1, stored.AsSpan().IndexOf(secret));
    }

    private static async Task<JsonElement> StateAsync(Person person)
    {
        using var response = await person.SendAsync(HttpMethod.Get, "/api/v1/mfa");
        return await MfaPerson.JsonAsync(response);
    }

    private Task<HttpResponseMessage> ConfirmAsync(Person person, string code) =>
        MfaPerson.PostAsync(client, person.Registered.AccessToken, "/api/v1/mfa/totp/confirm", new { code });

    private Task<int> CodesAsync(Person person) => factory.InScopeAsync(services =>
        services.GetRequiredService<IdentityDbContext>().RecoveryCodes.CountAsync(code => code.UserId == person.Registered.User.Id, Token));
}
