using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using SocialSelling.Demo;
using SocialSelling.Testing;

namespace SocialSelling.E2E.Tests.Security;

/// <summary>A workspace with rows of every kind, its owner, the suite's API and keys: what the security tests attack.</summary>
internal sealed class SecurityTrial : IDisposable
{
    private readonly StackFixture stack;
    private readonly HttpClient http = new();

    private SecurityTrial(StackFixture stack, ApiDescription api, SuiteKeys keys, SuiteClient owner) =>
        (this.stack, Api, Keys, Owner) = (stack, api, keys, owner);

    public ApiDescription Api { get; }

    public SuiteKeys Keys { get; }

    public SuiteClient Owner { get; }

    /// <summary>An owner of an empty workspace.</summary>
    public static async Task<SecurityTrial> OpenAsync(StackFixture stack, CancellationToken ct) => new(
        stack, await ApiDescription.ReadAsync(ct), await SuiteKeys.OpenAsync(stack, ct), await RegisterAsync(stack, ct));

    public static async Task<SuiteClient> RegisterAsync(StackFixture stack, CancellationToken ct)
    {
        var client = new SuiteClient(stack.Addresses.Gateway);
        var email = $"security-{Guid.NewGuid():N}@example.com";
        var answer = await client.PostAsync("auth/register", new { email, password = $"Aa1-{Guid.NewGuid():N}", name = "Security test" }, ct);
        client.Authorize(answer.GetProperty("accessToken").GetString()!);
        return client;
    }

    /// <summary>The owner's claims with some of them changed; null takes one away.</summary>
    public Dictionary<string, object> Claims(params (string Name, object? Value)[] changes)
    {
        var claims = SuiteKeys.ClaimsOf(Owner.AccessToken!);
        foreach (var (name, value) in changes)
        {
            if (value is null)
            {
                claims.Remove(name);
            }
            else
            {
                claims[name] = value;
            }
        }

        return claims;
    }

    public async Task<string?> MakeAsync(BadToken bad, CancellationToken ct) => bad switch
    {
        BadToken.Missing => null,
        BadToken.Rubbish => "rubbish",
        BadToken.Expired => Keys.Sign(Claims(("exp", DateTimeOffset.UtcNow.AddMinutes(-1).ToUnixTimeSeconds()))),
        BadToken.WrongSignature => Keys.SignWithStrangersKey(Claims()),
        BadToken.AlgorithmNone => Keys.Unsigned(Claims()),
        BadToken.PublicKeyAsHmac => Keys.SignWithPublicKeyAsHmac(Claims()),
        BadToken.OtherIssuer => Keys.Sign(Claims(("iss", "https://elsewhere.example"))),
        BadToken.OtherAudience => Keys.Sign(Claims(("aud", "somebody-else"))),
        BadToken.RevokedSession => await LoggedOutAsync(ct),
        BadToken.OlderVersion => Keys.Sign(Claims(("tokenVersion", 0))),
        BadToken.SessionNeverOpened => Keys.Sign(Claims(("sessionId", Guid.CreateVersion7()))),
        _ => throw new ArgumentOutOfRangeException(nameof(bad)),
    };

    /// <summary>Calls an operation; where the path still has parameters, with ids that nobody has.</summary>
    public async Task<(HttpStatusCode Status, string? Code)> SendAsync(Uri address, ApiOperation operation, string path, string? token, CancellationToken ct)
    {
        foreach (var parameter in operation.Parameters)
        {
            path = path.Replace($"{{{parameter}}}", Guid.CreateVersion7().ToString(), StringComparison.Ordinal);
        }

        using var request = new HttpRequestMessage(operation.Method, new Uri(address, path)) { Content = Api.SampleBody(operation) };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request, ct);
        return (response.StatusCode, CodeOf(await response.Content.ReadAsStringAsync(ct)));
    }

    public void Dispose()
    {
        http.Dispose();
        Owner.Dispose();
        Keys.Dispose();
    }

    private async Task<string> LoggedOutAsync(CancellationToken ct)
    {
        using var client = await RegisterAsync(stack, ct);
        await client.PostAsync("auth/logout", new { }, ct);
        // The gateway remembers a living session for a second.
        var me = Api.Operations.Single(operation => operation.Path == "/api/v1/auth/me");
        await Eventually.That(async () =>
            (await SendAsync(stack.Addresses.Gateway, me, me.Path, client.AccessToken, ct)).Status == HttpStatusCode.Unauthorized);
        return client.AccessToken!;
    }

    private static string? CodeOf(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(body) is { ValueKind: JsonValueKind.Object } problem && problem.TryGetProperty("code", out var code)
                ? code.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
