using System.Text.Json;

namespace SocialSelling.Accounts.Clients;

internal static class MetaJson
{
    /// <summary>The first object of <c>data[]</c> when the answer is wrapped so, else the answer.</summary>
    public static JsonElement Unwrap(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Array && data.GetArrayLength() > 0
            ? data[0]
            : root;

    /// <summary>A member as text. Numbers keep every digit: Meta's ids do not fit a double.</summary>
    public static string? Text(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var member))
        {
            return null;
        }

        return member.ValueKind switch
        {
            JsonValueKind.String => member.GetString(),
            JsonValueKind.Number => member.GetRawText(),
            _ => null,
        };
    }

    /// <summary>Reads Graph's error envelope and the different one of the code exchange.</summary>
    public static MetaFailure Failure(int status, JsonElement root)
    {
        var error = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("error", out var inner) ? inner : root;
        var code = int.TryParse(Text(error, "code"), out var c) ? c : 0;
        var subcode = int.TryParse(Text(error, "error_subcode"), out var s) ? s : 0;
        var isTransient = error.ValueKind == JsonValueKind.Object && error.TryGetProperty("is_transient", out var t) && t.ValueKind == JsonValueKind.True;
        var kind = status >= 500 || isTransient || code is 1 or 2 or 4 or 17 or 32 or 613 ? MetaFailureKind.Unavailable : MetaFailureKind.Refused;
        return new MetaFailure(kind, code, subcode, Text(error, "fbtrace_id"));
    }
}
