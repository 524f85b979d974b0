using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.ServiceDefaults.Idempotency;

/// <summary>Who asks, and for what.</summary>
internal static class RequestIdentity
{
    private const int InMemory = 64 * 1024;

    public static string CallerOf(HttpContext http)
    {
        var subject = http.User.FindFirst(TokenClaims.Subject)?.Value ?? http.User.FindFirst(TokenClaims.ClientId)?.Value;
        return $"{http.User.FindFirst(TokenClaims.Workspace)?.Value}/{subject}";
    }

    /// <summary>Method, path, query and body. A form upload gets a new boundary with each try, so of its body only the length counts.</summary>
    public static async Task<byte[]> FingerprintAsync(HttpRequest request, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method}\n{request.Path}\n{request.QueryString}\n{request.ContentLength}\n"));
        if (!request.HasFormContentType) await AppendBodyAsync(request, hash, ct);
        return hash.GetHashAndReset();
    }

    private static async Task AppendBodyAsync(HttpRequest request, IncrementalHash hash, CancellationToken ct)
    {
        request.EnableBuffering(InMemory);
        var buffer = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, ct)) > 0) hash.AppendData(buffer, 0, read);
        request.Body.Position = 0;
    }
}
