using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Tests;

/// <summary>Somebody with an authenticator app.</summary>
internal sealed class MfaPerson(IdentityFactory factory, HttpClient client, Person person, byte[] secret, IReadOnlyList<string> recoveryCodes)
{
    public Person Person => person;

    public Guid Id => person.Registered.User.Id;

    public IReadOnlyList<string> RecoveryCodes => recoveryCodes;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<MfaPerson> EnrolAsync(IdentityFactory factory, HttpClient client)
    {
        var person = await Person.RegisterAsync(client);
        var secret = await StartAsync(client, person);
        using var confirmed = await PostAsync(client, person.Registered.AccessToken, "/api/v1/mfa/totp/confirm", new { code = CodeOf(secret) });
        Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);
        var codes = (await JsonAsync(confirmed)).GetProperty("recoveryCodes").EnumerateArray().Select(code => code.GetString()!).ToList();
        var enrolled = new MfaPerson(factory, client, person, secret, codes);
        await enrolled.ForgetUseAsync();
        return enrolled;
    }

    public static async Task<byte[]> StartAsync(HttpClient client, Person person)
    {
        using var started = await PostAsync(client, person.Registered.AccessToken, "/api/v1/mfa/totp");
        return Bytes((await JsonAsync(started)).GetProperty("secret").GetString()!);
    }

    public static string CodeOf(byte[] secret, int steps = 0) => Totp.Code(secret, Totp.StepAt(DateTimeOffset.UtcNow) + steps);

    public string Code(int steps = 0) => CodeOf(secret, steps);

    /// <summary>A code that is wrong now and a step from now.</summary>
    public string WrongCode() => Enumerable.Range(0, 10).Select(number => $"{number:D6}")
        .First(code => !Enumerable.Range(-2, 5).Select(steps => Code(steps)).Contains(code));

    /// <summary>As if the last code had been used long ago, so that a test need not wait for the next one.</summary>
    public Task ForgetUseAsync() => factory.InScopeAsync(services => services.GetRequiredService<IdentityDbContext>().TotpCredentials
        .Where(credential => credential.UserId == Id).ExecuteUpdateAsync(set => set.SetProperty(credential => credential.LastStep, 0), Token));

    /// <summary>The first half of a login: its token for the second.</summary>
    public async Task<string> BeginLoginAsync()
    {
        using var response = await person.LoginAsync(Person.Password);
        var problem = await JsonAsync(response);
        Assert.Equal((HttpStatusCode.Unauthorized, "MFA_001"), (response.StatusCode, problem.GetProperty("code").GetString()));
        return problem.GetProperty("mfaToken").GetString()!;
    }

    public Task<HttpResponseMessage> CompleteAsync(
        string mfaToken, string? code = null, string? recoveryCode = null, bool rememberDevice = false, string? cookie = null) =>
        SendAsync(client, null, HttpMethod.Post, "/api/v1/auth/mfa/login", new { mfaToken, code, recoveryCode, rememberDevice }, cookie);

    public Task<HttpResponseMessage> StepUpAsync(object proof) => PostAsync(client, person.Registered.AccessToken, "/api/v1/auth/step-up", proof);

    public static Task<HttpResponseMessage> PostAsync(HttpClient client, string? token, string path, object? body = null) =>
        SendAsync(client, token, HttpMethod.Post, path, body);

    public static async Task<HttpResponseMessage> SendAsync(
        HttpClient client, string? token, HttpMethod method, string path, object? body = null, string? cookie = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return await client.SendAsync(request, Token);
    }

    public static Task<JsonElement> JsonAsync(HttpResponseMessage response) => response.Content.ReadFromJsonAsync<JsonElement>(Token);

    private static byte[] Bytes(string base32)
    {
        var bits = string.Concat(base32.Select(digit => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(digit, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Select(octet => Convert.ToByte(new string(octet), 2))];
    }
}
