using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace SocialSelling.Identity.Features.Connect;

/// <summary>How a client says who it is: in the <c>Authorization</c> header or in the form, never both (RFC 6749, section 2.3).</summary>
internal sealed record ClientCredentials(string ClientId, string Secret)
{
    public static bool TryReadBasic(string? header, [NotNullWhen(true)] out ClientCredentials? credentials)
    {
        credentials = null;
        if (!AuthenticationHeaderValue.TryParse(header, out var value)
            || !value.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)
            || !TryDecode(value.Parameter, out var pair)
            || pair.Split(':', 2) is not [var id, var secret])
        {
            return false;
        }

        credentials = new(WebUtility.UrlDecode(id), WebUtility.UrlDecode(secret));
        return true;
    }

    public static bool TryReadForm(IFormCollection form, [NotNullWhen(true)] out ClientCredentials? credentials)
    {
        credentials = form["client_id"] is [{ Length: > 0 } id] && form["client_secret"] is [{ Length: > 0 } secret] ? new(id, secret) : null;
        return credentials is not null;
    }

    private static bool TryDecode(string? base64, [NotNullWhen(true)] out string? text)
    {
        var bytes = new byte[base64?.Length ?? 0];
        text = Convert.TryFromBase64String(base64 ?? "", bytes, out var written) ? Encoding.UTF8.GetString(bytes, 0, written) : null;
        return text is not null;
    }
}
