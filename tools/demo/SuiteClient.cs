using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace SocialSelling.Demo;

/// <summary>The suite's API as any client sees it: through the gateway, with a bearer token.</summary>
public sealed class SuiteClient(Uri gateway) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        BaseAddress = gateway,
        Timeout = TimeSpan.FromSeconds(15),
    };

    /// <summary>The access token in use, once logged in.</summary>
    public string? AccessToken => _http.DefaultRequestHeaders.Authorization?.Parameter;

    /// <summary>Uses this token from now on.</summary>
    public void Authorize(string accessToken) =>
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);

    /// <summary>GETs a path below <c>/api/v1/</c>.</summary>
    public Task<JsonElement> GetAsync(string path, CancellationToken ct) =>
        SendAsync(() => new HttpRequestMessage(HttpMethod.Get, $"api/v1/{path}"), ct);

    /// <summary>POSTs JSON to a path below <c>/api/v1/</c>, with an idempotency key, as a careful client does.</summary>
    public Task<JsonElement> PostAsync(string path, object body, CancellationToken ct) => SendAsync(
        () =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, $"api/v1/{path}") { Content = JsonContent.Create(body) };
            request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
            return request;
        },
        ct);

    /// <summary>PATCHes JSON at a path below <c>/api/v1/</c>.</summary>
    public Task<JsonElement> PatchAsync(string path, object body, CancellationToken ct) =>
        SendAsync(() => new HttpRequestMessage(HttpMethod.Patch, $"api/v1/{path}") { Content = JsonContent.Create(body) }, ct);

    /// <summary>DELETEs a path below <c>/api/v1/</c>.</summary>
    public Task<JsonElement> DeleteAsync(string path, CancellationToken ct) =>
        SendAsync(() => new HttpRequestMessage(HttpMethod.Delete, $"api/v1/{path}"), ct);

    /// <summary>The status that a GET of a path below <c>/api/v1/</c> is answered with.</summary>
    public async Task<HttpStatusCode> StatusAsync(string path, CancellationToken ct)
    {
        using var response = await _http.GetAsync($"api/v1/{path}", ct);
        return response.StatusCode;
    }

    /// <summary>Downloads a file from a path below <c>/api/v1/</c>.</summary>
    public Task<byte[]> DownloadAsync(string path, CancellationToken ct) => _http.GetByteArrayAsync($"api/v1/{path}", ct);

    /// <summary>Uploads a file to the media library.</summary>
    public Task<JsonElement> UploadAsync(byte[] file, string name, string contentType, CancellationToken ct) => SendAsync(
        () =>
        {
            var part = new ByteArrayContent(file);
            part.Headers.ContentType = new MediaTypeHeaderValue(contentType);
            return new HttpRequestMessage(HttpMethod.Post, "api/v1/media") { Content = new MultipartFormDataContent { { part, "file", name } } };
        },
        ct);

    /// <summary>Follows Meta's login page back to the suite, as the browser would, and answers with what the callback says.</summary>
    public async Task<JsonElement> FollowLoginAsync(Uri authorizationUrl, CancellationToken ct)
    {
        using var login = await _http.GetAsync(authorizationUrl, ct);
        var back = login.Headers.Location
            ?? throw new InvalidOperationException($"The login page answered {(int)login.StatusCode} without sending the browser back.");
        return await SendAsync(() => new HttpRequestMessage(HttpMethod.Get, new Uri(authorizationUrl, back)), ct);
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> SendAsync(Func<HttpRequestMessage> create, CancellationToken ct)
    {
        using var request = create();
        using var response = await _http.SendAsync(request, ct);
        var body = await response.Content.ReadAsStringAsync(ct);
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"{request.Method} {request.RequestUri?.PathAndQuery.Split('?')[0]} answered {(int)response.StatusCode}: {body}"));
        }

        return body.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(body);
    }
}
