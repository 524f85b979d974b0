using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Polly;
using SocialSelling.Accounts.Domain;
using SocialSelling.Accounts.Options;

namespace SocialSelling.Accounts.Clients;

/// <summary>Instagram Login and the calls that connect an account. Nothing of a token or secret leaves this class but by its return value.</summary>
internal sealed class InstagramLoginClient(HttpClient http, IOptions<MetaOptions> options)
{
    private const string ProfileFields = "id,user_id,username,name,account_type,profile_picture_url,followers_count";

    private readonly MetaOptions _meta = options.Value;

    public async Task<MetaReply<CodeGrant>> ExchangeCodeAsync(string code, string redirectUri, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{_meta.ApiBaseUrl.TrimEnd('/')}/oauth/access_token");
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["client_id"] = _meta.AppId,
            ["client_secret"] = _meta.AppSecret,
            ["grant_type"] = "authorization_code",
            ["redirect_uri"] = redirectUri,
            ["code"] = code,
        });
        return await SendAsync(request, CodeGrant.Read, ct);
    }

    /// <summary>Meta takes the secret of this call in the query only: the client must not log addresses.</summary>
    public async Task<MetaReply<LongLivedToken>> ExtendAsync(string shortLivedToken, CancellationToken ct)
    {
        var query = $"grant_type=ig_exchange_token&client_secret={Uri.EscapeDataString(_meta.AppSecret)}&access_token={Uri.EscapeDataString(shortLivedToken)}";
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{_meta.GraphBaseUrl.TrimEnd('/')}/access_token?{query}");
        return await SendAsync(request, LongLivedToken.Read, ct);
    }

    public async Task<MetaReply<AccountProfile>> GetProfileAsync(string accessToken, CancellationToken ct)
    {
        using var request = Graph(HttpMethod.Get, $"me?fields={ProfileFields}", accessToken);
        return await SendAsync(request, ProfileReader.Read, ct);
    }

    public async Task<MetaReply<Acknowledgement>> SubscribeAsync(string accessToken, CancellationToken ct)
    {
        using var request = Graph(HttpMethod.Post, $"me/subscribed_apps?subscribed_fields={string.Join(',', _meta.WebhookFields)}", accessToken);
        return await SendAsync(request, Acknowledgement.Read, ct);
    }

    public async Task<MetaReply<Acknowledgement>> UnsubscribeAsync(string accessToken, CancellationToken ct)
    {
        using var request = Graph(HttpMethod.Delete, "me/subscribed_apps", accessToken);
        return await SendAsync(request, Acknowledgement.Read, ct);
    }

    private HttpRequestMessage Graph(HttpMethod method, string path, string accessToken)
    {
        var request = new HttpRequestMessage(method, $"{_meta.GraphBaseUrl.TrimEnd('/')}/{_meta.GraphVersion}/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        return request;
    }

    private async Task<MetaReply<T>> SendAsync<T>(HttpRequestMessage request, Func<JsonElement, T?> read, CancellationToken ct)
        where T : class
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(_meta.Timeout);
        try
        {
            using var response = await http.SendAsync(request, limit.Token);
            if (response.StatusCode >= HttpStatusCode.InternalServerError)
            {
                return MetaFailure.Unavailable;
            }

            using var body = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(limit.Token));
            if (!response.IsSuccessStatusCode)
            {
                return MetaJson.Failure((int)response.StatusCode, body.RootElement);
            }

            return read(body.RootElement) is { } value ? value : MetaFailure.Unreadable;
        }
        catch (JsonException)
        {
            return MetaFailure.Unreadable;
        }
        catch (Exception e) when (e is HttpRequestException or ExecutionRejectedException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return MetaFailure.Unavailable;
        }
    }
}
