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
        if (headers.Remove(Header, out var given))
        {
            ambiguous = headers.Authorization.Count > 0 || given.Count != 1;
            if (IsKey(headers.Authorization, out _))
            {
                headers.Authorization = default;
            }

            return given.ToString();
        }

        if (IsKey(headers.Authorization, out var key))
        {
            headers.Authorization = default;
            return key;
        }

        return request.Path.StartsWithSegments(Hubs, StringComparison.Ordinal) ? TakeFromQuery(request) : null;
    }

    public static void Put(HttpRequest request, string token) => request.Headers.Authorization = Bearer + token;

    private static bool IsKey(StringValues authorization, out string? key)
    {
        key = authorization is [{ } value] && value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            && value.AsSpan(Bearer.Length).TrimStart().StartsWith(ApiKeyText.Prefix, StringComparison.Ordinal)
            ? value[Bearer.Length..].Trim()
            : null;
        return key is not null;
    }

    /// <summary>A browser cannot put a header on a WebSocket.</summary>
    private static string? TakeFromQuery(HttpRequest request)
    {
        if (request.Query[QueryToken] is not [{ } token] || !token.StartsWith(ApiKeyText.Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        request.QueryString = new QueryBuilder(request.Query.Where(parameter => parameter.Key != QueryToken)).ToQueryString();
        return token;
    }
}
