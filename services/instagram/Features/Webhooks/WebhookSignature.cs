using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using SocialSelling.Instagram.Options;

namespace SocialSelling.Instagram.Features.Webhooks;

/// <summary>Checks Meta's signature: HMAC-SHA256 over the raw bytes, with any of the agreed secrets.</summary>
internal sealed class WebhookSignature(IOptions<MetaOptions> options)
{
    private const string Prefix = "sha256=";

    private readonly byte[][] _secrets =
        [.. options.Value.WebhookSecrets.Prepend(options.Value.AppSecret).Where(s => s.Length > 0).Select(Encoding.UTF8.GetBytes)];

    public bool IsValid(ReadOnlySpan<byte> body, string? header)
    {
        Span<byte> given = stackalloc byte[SHA256.HashSizeInBytes];
        if (header is null
            || header.Length != Prefix.Length + (2 * given.Length)
            || !header.StartsWith(Prefix, StringComparison.Ordinal)
            || Convert.FromHexString(header.AsSpan(Prefix.Length), given, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        Span<byte> expected = stackalloc byte[SHA256.HashSizeInBytes];
        var valid = false;
        foreach (var secret in _secrets)
        {
            HMACSHA256.HashData(secret, body, expected);
            valid |= CryptographicOperations.FixedTimeEquals(expected, given);
        }

        return valid;
    }
}
