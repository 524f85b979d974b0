using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using SocialSelling.Identity.Features.Keys;
using SocialSelling.Identity.Options;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Features.Connect;

/// <summary>The token endpoint for services: OAuth 2.0 client credentials (RFC 6749, section 4.4), with the RFC's own error form.</summary>
internal static class IssueClientToken
{
    public static void Map(RouteGroupBuilder group) => group.MapPost(ConnectEndpoints.TokenPath, HandleAsync).WithName(nameof(IssueClientToken))
        .WithSummary("Issues a service its token: client_credentials as a form, the client in the header or in the body (RFC 6749).")
        .Produces<OAuthError>(StatusCodes.Status400BadRequest).Produces<OAuthError>(StatusCodes.Status401Unauthorized);

    internal static async Task<Results<Ok<TokenResponse>, JsonHttpResult<OAuthError>>> HandleAsync(
        HttpRequest request, ClientCatalogue clients, AccessTokenIssuer tokens, IOptions<ClientCatalogueOptions> options, CancellationToken ct)
    {
        if (!request.HasFormContentType)
        {
            return Refuse(OAuthError.InvalidRequest("The body must be application/x-www-form-urlencoded."));
        }

        var form = await request.ReadFormAsync(ct);
        if (Complaint(request, form) is { } complaint)
        {
            return Refuse(complaint);
        }

        if (!TryReadCredentials(request, form, out var credentials) || clients.Authenticate(credentials) is not { } client)
        {
            request.HttpContext.Response.Headers.WWWAuthenticate = "Basic realm=\"identity\", charset=\"UTF-8\"";
            return Refuse(OAuthError.InvalidClient, StatusCodes.Status401Unauthorized);
        }

        if (form["grant_type"] != ClientCredentials.GrantType)
        {
            return Refuse(OAuthError.UnsupportedGrantType);
        }

        if (Grant(client, form["scope"]) is not { } scope)
        {
            return Refuse(OAuthError.InvalidScope);
        }

        var lifetime = options.Value.ClientTokenLifetime;
        var token = await tokens.IssueAsync(Claims(client, scope), lifetime, ct);
        return TypedResults.Ok(new TokenResponse(token, "Bearer", (int)lifetime.TotalSeconds, scope));
    }

    private static OAuthError? Complaint(HttpRequest request, IFormCollection form)
    {
        if (form.Any(parameter => parameter.Value.Count > 1))
        {
            return OAuthError.InvalidRequest("A parameter is given more than once.");
        }

        if (string.IsNullOrEmpty(form["grant_type"]))
        {
            return OAuthError.InvalidRequest("The parameter grant_type is missing.");
        }

        return HasHeader(request) && form.ContainsKey("client_secret")
            ? OAuthError.InvalidRequest("The client authenticates in the header or in the body, not in both.")
            : null;
    }

    private static bool TryReadCredentials(HttpRequest request, IFormCollection form, [NotNullWhen(true)] out ClientCredentials? credentials) =>
        HasHeader(request)
            ? ClientCredentials.TryReadBasic(request.Headers.Authorization, out credentials)
            : ClientCredentials.TryReadForm(form, out credentials);

    private static bool HasHeader(HttpRequest request) => request.Headers.ContainsKey(HeaderNames.Authorization);

    /// <summary>What is asked for, or everything the client may have; null when it asks for more.</summary>
    private static string? Grant(ClientCatalogue.Client client, string? asked)
    {
        var scopes = asked?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return scopes.Length == 0 ? string.Join(' ', client.Scopes.Order(StringComparer.Ordinal))
            : scopes.All(client.Scopes.Contains) ? string.Join(' ', scopes.Distinct())
            : null;
    }

    private static Dictionary<string, object> Claims(ClientCatalogue.Client client, string scope) => new()
    {
        [TokenClaims.Subject] = client.Id,
        [TokenClaims.ClientId] = client.Id,
        [TokenClaims.Scope] = scope,
    };

    private static JsonHttpResult<OAuthError> Refuse(OAuthError error, int status = StatusCodes.Status400BadRequest) =>
        TypedResults.Json(error, statusCode: status);
}
