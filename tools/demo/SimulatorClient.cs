using System.Net.Http.Json;
using System.Text.Json;

namespace SocialSelling.Demo;

/// <summary>The simulator's control plane: Meta's side and the customer's hand.</summary>
public sealed class SimulatorClient(Uri simulator) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = simulator, Timeout = TimeSpan.FromSeconds(15) };

    /// <summary>GETs a path below <c>/control/</c>.</summary>
    public async Task<JsonElement> GetAsync(string path, CancellationToken ct) =>
        await _http.GetFromJsonAsync<JsonElement>($"control/{path}", ct);

    /// <summary>POSTs JSON to a path below <c>/control/</c>.</summary>
    public async Task<JsonElement> PostAsync(string path, object body, CancellationToken ct)
    {
        using var response = await _http.PostAsJsonAsync($"control/{path}", body, ct);
        var text = await response.Content.ReadAsStringAsync(ct);
        return response.IsSuccessStatusCode
            ? text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text)
            : throw new InvalidOperationException($"The simulator answered {(int)response.StatusCode} to {path}: {text}");
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();
}
