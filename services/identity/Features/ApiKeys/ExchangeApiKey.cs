using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Features.ApiKeys;

/// <summary>An API key as the gateway shows it.</summary>
/// <param name="KeyHash">SHA-256 of the key; the key itself goes no further than the gateway.</param>
public sealed record ExchangeApiKeyRequest([property: Required, Length(32, 32)] byte[] KeyHash);

/// <summary>The access token for it.</summary>
/// <param name="AccessToken">JWT (ES256).</param>
/// <param name="ExpiresIn">Its life in seconds.</param>
public sealed record ExchangeApiKeyResponse(string AccessToken, int ExpiresIn);

internal static class ExchangeApiKey
{
    public const string Scope = "apikeys.exchange";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/internal/api-keys/exchange", HandleAsync).RequireInternalClient(Scope).WithName(nameof(ExchangeApiKey));

    internal static async Task<Results<Ok<ExchangeApiKeyResponse>, ProblemHttpResult>> HandleAsync(
        ExchangeApiKeyRequest request, ApiKeyExchange exchange, CancellationToken ct) =>
        await exchange.TryExchangeAsync(request.KeyHash, ct) is { } token ? TypedResults.Ok(token) : ApiKeyErrors.NotFound();
}
