using System.Net.Http.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace SocialSelling.ServiceDefaults.Access;

/// <summary>This service's own access token, fetched once by whoever needs it first and again shortly before it expires.</summary>
internal sealed class ClientCredentialsTokens(IHttpClientFactory clients, IOptions<InternalClientOptions> options, TimeProvider clock) : IDisposable
{
    public const string HttpClientName = "identity-tokens";
    private readonly SemaphoreSlim fetching = new(1, 1);
    private volatile Held? held;

    private sealed record Held(string Token, DateTimeOffset RefreshAt);

    public async ValueTask<string> GetAsync(CancellationToken ct)
    {
        if (Usable() is { } known)
        {
            return known;
        }

        await fetching.WaitAsync(ct);
        try
        {
            return Usable() ?? await FetchAsync(ct);
        }
        finally
        {
            fetching.Release();
        }
    }

    /// <summary>Forgets a token that was refused, unless another is held already.</summary>
    public void Forget(string token)
    {
        var current = held;
        if (current?.Token == token)
        {
            Interlocked.CompareExchange(ref held, null, current);
        }
    }

    public void Dispose() => fetching.Dispose();

    private string? Usable() => held is { } current && clock.GetUtcNow() < current.RefreshAt ? current.Token : null;

    private async Task<string> FetchAsync(CancellationToken ct)
    {
        var client = clients.CreateClient(HttpClientName);
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"),
            new("client_id", options.Value.ClientId),
            new("client_secret", options.Value.ClientSecret),
            new("scope", options.Value.ClientScope),
        ]);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{options.Value.Authority!.AbsoluteUri.TrimEnd('/')}/connect/token") { Content = form };
        using var response = await client.SendAsync(Resilience.RetryRequestExtensions.AllowRetry(request), ct);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<TokenAnswer>(ct)
            ?? throw new HttpRequestException("The token endpoint answered without a token.");
        held = new Held(answer.AccessToken, clock.GetUtcNow() + (TimeSpan.FromSeconds(answer.ExpiresIn) * 0.8));
        return answer.AccessToken;
    }

    private sealed record TokenAnswer(
        [property: JsonPropertyName("access_token")] string AccessToken, [property: JsonPropertyName("expires_in")] int ExpiresIn);
}
