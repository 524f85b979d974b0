using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SocialSelling.ServiceDefaults.Storage;

/// <summary>Hands out an object to whoever holds a signed address: Meta, which fetches media, and the web client.</summary>
internal static class ObjectEndpoint
{
    public static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> GetAsync(
        string key, long? expires, string? signature, UrlSigner signer, IObjectStore store, HttpResponse response, CancellationToken ct)
    {
        if (!ObjectKey.IsValid(key) || !signer.IsValid(key, expires ?? 0, signature ?? "")) return NotFound();
        var found = await store.OpenAsync(key, ct);
        if (found is null) return NotFound();
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.CacheControl = "private, max-age=300";
        return TypedResults.Stream(found.Content, found.ContentType, enableRangeProcessing: true);
    }

    // One answer for every failure: it tells neither whether the object exists nor what was wrong with the signature.
    private static ProblemHttpResult NotFound() => Problems.Problems.NotFound(Problems.ErrorCodes.NotFound, "There is no such object, or the address has expired.");
}
