using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace SocialSelling.Load.Tools;

/// <summary>Registers, logs in and refreshes through the gateway, without the conveniences of the demo's client.</summary>
internal sealed class Credentials(Uri gateway) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false })
    {
        BaseAddress = new Uri(gateway, "/api/v1/auth/"),
        Timeout = TimeSpan.FromSeconds(30),
    };

    public static string PasswordOf(string run) => $"Bench-{run}-1aA";

    /// <summary>A new user; answers with the first refresh token.</summary>
    public async Task<string> RegisterAsync(string email, string password, CancellationToken ct)
    {
        using var answer = await _http.PostAsJsonAsync("register", new { email, password, name = "Bench user" }, ct);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("refreshToken").GetString()!;
    }

    /// <summary>The status and how long it took, in milliseconds.</summary>
    public async Task<(int Status, double Milliseconds)> LogInAsync(string email, string password, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await _http.PostAsJsonAsync("login", new { email, password }, ct);
        return ((int)answer.StatusCode, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    public async Task<string> RefreshAsync(string refreshToken, CancellationToken ct)
    {
        using var answer = await _http.PostAsJsonAsync("refresh", new { refreshToken }, ct);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("refreshToken").GetString()!;
    }

    public void Dispose() => _http.Dispose();
}
