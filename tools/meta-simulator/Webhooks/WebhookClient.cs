using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using SocialSelling.MetaSimulator.Options;

namespace SocialSelling.MetaSimulator.Webhooks;

/// <summary>The HTTP side of webhooks: the handshake and one signed POST.</summary>
internal sealed class WebhookClient(HttpClient http, IOptions<SimulatorOptions> options)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly byte[] secret = System.Text.Encoding.UTF8.GetBytes(options.Value.SigningSecret);

    /// <summary>Null when the app echoed the challenge, else what was wrong.</summary>
    public async Task<string?> VerifyAsync(WebhookTarget.State target, CancellationToken ct)
    {
        var challenge = RandomNumberGenerator.GetInt32(100_000_000, int.MaxValue).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var separator = target.Url.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        var address = $"{target.Url}{separator}hub.mode=subscribe&hub.challenge={challenge}&hub.verify_token={Uri.EscapeDataString(target.VerifyToken)}";
        var (status, body, error) = await SendAsync(new HttpRequestMessage(HttpMethod.Get, address), ct);
        if (status is null)
        {
            return error;
        }

        return status == 200 && body == challenge ? null : $"handshake answered {status} without the bare challenge";
    }

    public async Task<(int? Status, string? Error)> PostAsync(string url, byte[] body, SignatureMode signature, CancellationToken ct)
    {
        if (url.Length == 0)
        {
            return (null, "there is no webhook address");
        }

        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = Json;
        if (signature != SignatureMode.None)
        {
            request.Headers.TryAddWithoutValidation("X-Hub-Signature-256", "sha256=" + Sign(body, signature));
        }

        var (status, _, error) = await SendAsync(request, ct);
        return (status, error);
    }

    private string Sign(byte[] body, SignatureMode mode)
    {
        var hash = HMACSHA256.HashData(secret, body);
        if (mode == SignatureMode.Invalid)
        {
            hash[0] ^= 0xff;
        }

        return Convert.ToHexStringLower(hash);
    }

    private async Task<(int? Status, string Body, string? Error)> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        using var message = request;
        message.Headers.TryAddWithoutValidation("User-Agent", "facebookexternalua");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(options.Value.WebhookTimeoutSeconds));
        try
        {
            using var response = await http.SendAsync(message, patience.Token);
            return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(patience.Token), null);
        }
        catch (HttpRequestException failure)
        {
            return (null, "", failure.HttpRequestError.ToString());
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (null, "", "timeout");
        }
    }
}
