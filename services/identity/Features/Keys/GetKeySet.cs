using System.Buffers.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SocialSelling.Identity.Features.Keys;

/// <summary>A public signing key (RFC 7517).</summary>
/// <param name="Kty">Always <c>EC</c>.</param>
/// <param name="Use">Always <c>sig</c>.</param>
/// <param name="Alg">Always <c>ES256</c>.</param>
/// <param name="Kid">Which key; tokens name it in their header.</param>
/// <param name="Crv">Always <c>P-256</c>.</param>
/// <param name="X">The point's x, base64url.</param>
/// <param name="Y">The point's y, base64url.</param>
public sealed record JsonWebKeyResponse(string Kty, string Use, string Alg, string Kid, string Crv, string X, string Y);

/// <summary>The public signing keys, oldest first (RFC 7517).</summary>
/// <param name="Keys">Those that sign, will sign soon, or have signed tokens that still live.</param>
public sealed record JsonWebKeySetResponse(IReadOnlyList<JsonWebKeyResponse> Keys);

internal static class GetKeySet
{
    public const string Path = "/.well-known/jwks.json";

    public static void Map(RouteGroupBuilder group) => group.MapGet(Path, HandleAsync).WithName(nameof(GetKeySet))
        .WithSummary("The public keys that access tokens are signed with (RFC 7517).");

    internal static async Task<Ok<JsonWebKeySetResponse>> HandleAsync(SigningKeyRing ring, CancellationToken ct)
    {
        var set = await ring.GetAsync(ct);
        return TypedResults.Ok(new JsonWebKeySetResponse([.. set.Published.Select(ToResponse)]));
    }

    private static JsonWebKeyResponse ToResponse(LoadedKey key) => new(
        "EC", "sig", "ES256", key.Id, "P-256", Base64Url.EncodeToString(key.Public.X), Base64Url.EncodeToString(key.Public.Y));
}
