using System.Net.Http.Headers;
using System.Net.Http.Json;
using SocialSelling.Identity.Features.Auth;

namespace SocialSelling.Identity.Tests;

/// <summary>Somebody with an account, as tests need one.</summary>
internal sealed class Person(HttpClient client, string email, AuthResponse registered)
{
    public const string Password = "Heron-Quartz-58";

    public string Email => email;

    public AuthResponse Registered => registered;

    public Guid SessionId => Guid.Parse(Jwt.Payload(registered.AccessToken).GetProperty("sessionId").GetString()!);

    public static string NewEmail() => $"{Guid.CreateVersion7():N}@Example.org";

    public static object Form(string email, string password = Password) => new { email, password, name = "Ann Lee" };

    public static async Task<Person> RegisterAsync(HttpClient client)
    {
        var email = NewEmail();
        using var response = await client.PostAsJsonAsync("/api/v1/auth/register", Form(email), Token);
        return new(client, email, await ReadAsync(response));
    }

    public Task<HttpResponseMessage> LoginAsync(string password) =>
        client.PostAsJsonAsync("/api/v1/auth/login", new { email = email.ToUpperInvariant(), password }, Token);

    public Task<HttpResponseMessage> RefreshAsync(string refreshToken) =>
        client.PostAsJsonAsync("/api/v1/auth/refresh", new { refreshToken }, Token);

    public async Task<AuthResponse> RefreshedAsync(string refreshToken)
    {
        using var response = await RefreshAsync(refreshToken);
        return await ReadAsync(response);
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? body = null) =>
        SendAsync(client, method, path, registered.AccessToken, body);

    public static Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string path, string token, HttpContent? body = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body, Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        return client.SendAsync(request, Token);
    }

    public static async Task<AuthResponse> ReadAsync(HttpResponseMessage response)
    {
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<AuthResponse>(Token))!;
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
