using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using SocialSelling.Identity.Features.Auth;

namespace SocialSelling.Identity.Tests.Workspaces;

/// <summary>Somebody signed in, in one of their workspaces.</summary>
internal sealed class Actor(HttpClient client, AuthResponse session)
{
    public string AccessToken { get; private set; } = session.AccessToken;

    public string RefreshToken { get; private set; } = session.RefreshToken;

    public Guid UserId => session.User.Id;

    public string Email => session.User.Email;

    public JsonElement Claims => Jwt.Payload(AccessToken);

    public Guid Workspace => Claims.GetProperty("workspace").GetGuid();

    public string[] Permissions => [.. Claims.GetProperty("permissions").EnumerateArray().Select(permission => permission.GetString()!)];

    public static async Task<Actor> RegisterAsync(HttpClient client) => new(client, (await Person.RegisterAsync(client)).Registered);

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null) => client.SendAsync(
        new HttpRequestMessage(method, $"/api/v1/{path}")
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", AccessToken) },
            Content = body is null ? null : JsonContent.Create(body),
        },
        TestContext.Current.CancellationToken);

    /// <summary>Of a path below the workspace.</summary>
    public Task<HttpResponseMessage> InWorkspaceAsync(HttpMethod method, string path, object? body = null) =>
        SendAsync(method, $"workspaces/{Workspace}/{path}".TrimEnd('/'), body);

    public static async Task<JsonElement> OkAsync(Task<HttpResponseMessage> sent, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await sent;
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == expected, $"{response.StatusCode}: {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    public static async Task RefuseAsync(Task<HttpResponseMessage> sent, HttpStatusCode status, string code)
    {
        using var response = await sent;
        await Problem.AssertAsync(response, status, code);
    }

    public async Task SwitchAsync(Guid workspace)
    {
        var answer = await OkAsync(SendAsync(HttpMethod.Post, $"workspaces/{workspace}/switch"));
        AccessToken = answer.GetProperty("accessToken").GetString()!;
    }

    public async Task RefreshAsync()
    {
        using var response = await client.PostAsJsonAsync(
            "/api/v1/auth/refresh", new { refreshToken = RefreshToken }, TestContext.Current.CancellationToken);
        var answer = await Person.ReadAsync(response);
        (AccessToken, RefreshToken) = (answer.AccessToken, answer.RefreshToken);
    }
}
