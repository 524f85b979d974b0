using System.Net;
using Polly;
using SocialSelling.ServiceDefaults.Resilience;

namespace SocialSelling.Gateway.Access;

/// <summary>Identity, which knows the keys by their hashes.</summary>
internal sealed class ApiKeyClient(HttpClient http, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<ApiKeyReply> ExchangeAsync(byte[] hash)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var request = new HttpRequestMessage(HttpMethod.Post, "internal/api-keys/exchange") { Content = JsonContent.Create(new { keyHash = hash }) };
        try
        {
            using var response = await http.SendAsync(request.AllowRetry(), patience.Token);
            if (response.StatusCode == HttpStatusCode.NotFound)
            {
                return ApiKeyReply.Refused(clock.GetUtcNow());
            }

            return response.IsSuccessStatusCode && await response.Content.ReadFromJsonAsync<Answer>(patience.Token) is { } answer
                ? ApiKeyReply.Of(answer.AccessToken, TimeSpan.FromSeconds(answer.ExpiresIn), clock.GetUtcNow())
                : ApiKeyReply.Away;
        }
        catch (Exception error) when (error is HttpRequestException or ExecutionRejectedException or OperationCanceledException or System.Text.Json.JsonException)
        {
            return ApiKeyReply.Away;
        }
    }

    private sealed record Answer(string AccessToken, int ExpiresIn);
}
