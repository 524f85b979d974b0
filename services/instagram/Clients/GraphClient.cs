using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using SocialSelling.Instagram.Domain;
using SocialSelling.Instagram.Domain.Webhooks;
using SocialSelling.Instagram.Options;

namespace SocialSelling.Instagram.Clients;

/// <summary>Calls to Graph. The token travels in a header only. Writes carry a body, so that the HTTP stack never repeats one by itself.</summary>
internal sealed class GraphClient(HttpClient http, IOptions<MetaOptions> options)
{
    private readonly string _root = $"{options.Value.GraphBaseUrl.TrimEnd('/')}/{options.Value.GraphVersion}/";

    public Task<GraphReply> GetAsync(string path, string accessToken, CancellationToken ct) => SendAsync(HttpMethod.Get, path, accessToken, null, ct);

    public Task<GraphReply> PostJsonAsync(string path, string accessToken, object body, CancellationToken ct) =>
        SendAsync(HttpMethod.Post, path, accessToken, JsonContent.Create(body), ct);

    public Task<GraphReply> PostFormAsync(string path, string accessToken, IEnumerable<KeyValuePair<string, string>> form, CancellationToken ct) =>
        SendAsync(HttpMethod.Post, path, accessToken, new FormUrlEncodedContent(form), ct);

    private async Task<GraphReply> SendAsync(HttpMethod method, string path, string accessToken, HttpContent? content, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, _root + path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(options.Value.Timeout);
        try
        {
            using var response = await http.SendAsync(request, limit.Token);
            return Read(response, await response.Content.ReadAsByteArrayAsync(limit.Token));
        }
        catch (HttpRequestException e) when (NeverArrived(e))
        {
            return GraphReply.NotSent;
        }
        catch (BrokenCircuitException)
        {
            return GraphReply.NotSent;
        }
        catch (Exception e) when (e is HttpRequestException or ExecutionRejectedException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            return GraphReply.Unclear;
        }
    }

    private static bool NeverArrived(HttpRequestException e) =>
        e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;

    private static GraphReply Read(HttpResponseMessage response, byte[] bytes)
    {
        var body = Parse(bytes);
        if (!response.IsSuccessStatusCode)
        {
            return ReadError((int)response.StatusCode, body);
        }

        return body is null ? GraphReply.Unclear : new GraphReply(GraphOutcome.Ok, body.Value);
    }

    private static GraphReply ReadError(int status, JsonElement? body)
    {
        if (body?.Object("error") is not { } error)
        {
            return new GraphReply(GraphOutcome.Refused, Refusal: new Refusal(status, 0, 0, false));
        }

        var refusal = new Refusal(status, Number(error, "code"), Number(error, "error_subcode"), error.IsTrue("is_transient"));
        return new GraphReply(GraphOutcome.Refused, Refusal: refusal, TraceId: error.Text("fbtrace_id"));
    }

    private static int Number(JsonElement element, string name) => int.TryParse(element.Text(name), out var number) ? number : 0;

    private static JsonElement? Parse(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
