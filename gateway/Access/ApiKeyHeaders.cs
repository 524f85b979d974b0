using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Gateway.Access;

/// <summary>Where clients put API keys; each is taken out of the request, so that no service and no log behind ever sees one.</summary>
internal static class ApiKeyHeaders
{
    public const string Header = "X-Api-Key";
    private const string Bearer = "Bearer ";
    private const string QueryToken = "access_token";
    private static readonly PathString Hubs = "/hubs";

    /// <summary>The key, or null where there is none. Two credentials at once are for the caller to complain about: <paramref name="ambiguous"/>.</summary>
    public static string? Take(HttpRequest request, out bool ambiguous)
    {
        ambiguous = false;
        var headers = request.Headers;
        var authorization = headers.Authorization;
        var key = authorization.Count == 0 ? null : KeyIn(authorization);
        if (key is not null)
        {
            headers.Authorization = default;
            ambiguous = authorization.Count > 1;
        }

        if (headers.Remove(Header, out var given))
        {
            ambiguous = authorization.Count > 0 || given.Count != 1;
            return given.ToString();
        }

        return key is not null ? key : request.Path.StartsWithSegments(Hubs, StringComparison.Ordinal) ? TakeFromQuery(request) : null;
    }

    public static void Put(HttpRequest request, string token) => request.Headers.Authorization = Bearer + token;

    /// <summary>Whatever the scheme: who forgets it shall not have the key passed on either.</summary>
    private static string? KeyIn(StringValues authorization)
    {
        foreach (var value in authorization)
        {
            var text = value.AsSpan();
            text = text[(text.IndexOf(' ') + 1)..].Trim();
            if (text.StartsWith(ApiKeyText.Prefix, StringComparison.Ordinal))
            {
                return text.ToString();
            }
        }

        return null;
    }

    /// <summary>A browser cannot put a header on a WebSocket.</summary>
    private static string? TakeFromQuery(HttpRequest request)
    {
        if (request.Query[QueryToken] is not [{ } token] || !token.StartsWith(ApiKeyText.Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        request.QueryString = new QueryBuilder(request.Query.Where(parameter => !parameter.Key.Equals(QueryToken, StringComparison.OrdinalIgnoreCase))).ToQueryString();
        return token;
    }
}
