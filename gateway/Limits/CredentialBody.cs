using System.Text;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace SocialSelling.Gateway.Limits;

/// <summary>
/// The e-mail address in the body of a login and its like, read before the service does. Nothing is believed: the body is small, is read
/// whole, and is read as the service reads it (names without case, the last of several), so that a limit cannot be dodged by its spelling.
/// </summary>
/// <param name="Email">The address, where there is one.</param>
/// <param name="Refusal">The status to refuse the request with.</param>
internal readonly record struct CredentialBody(string? Email, int? Refusal)
{
    public const int MaxBytes = 16 * 1024;

    public static string Complaint(int status) => status == StatusCodes.Status413PayloadTooLarge
        ? $"The request body may have at most {MaxBytes} bytes."
        : "The request body must be JSON in UTF-8.";

    public static async Task<CredentialBody> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > MaxBytes)
        {
            return new(null, StatusCodes.Status413PayloadTooLarge);
        }

        if (!IsUtf8(request.ContentType))
        {
            return new(null, StatusCodes.Status415UnsupportedMediaType);
        }

        var buffer = new byte[MaxBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
        if (length > MaxBytes)
        {
            return new(null, StatusCodes.Status413PayloadTooLarge);
        }

        request.Body = new MemoryStream(buffer, 0, length, writable: false);
        return new(EmailIn(buffer.AsSpan(0, length)), null);
    }

    private static bool IsUtf8(string? contentType) =>
        !MediaTypeHeaderValue.TryParse(contentType, out var type) || !type.Charset.HasValue || type.Encoding is UTF8Encoding or ASCIIEncoding;

    private static string? EmailIn(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body.StartsWith(Encoding.UTF8.Preamble) ? body[Encoding.UTF8.Preamble.Length..] : body);
        string? email = null;
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var named = "email".Equals(reader.GetString(), StringComparison.OrdinalIgnoreCase);
                reader.Read();
                email = named && reader.TokenType == JsonTokenType.String ? reader.GetString() : email;
                reader.Skip();
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Not JSON, or half a surrogate in a name: the service will say so.
        }

        return email;
    }
}
