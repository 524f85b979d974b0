using System.Text.Json;

namespace SocialSelling.Instagram.Domain.Webhooks;

internal static class JsonReading
{
    public static JsonElement? Object(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Object ? member : null;

    public static JsonElement? Array(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Array ? member : null;

    /// <summary>Text of a string or, digit by digit, of a number: Meta's ids do not fit a double. PostgreSQL takes no NUL in text.</summary>
    public static string? Text(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var member))
        {
            return null;
        }

        return member.ValueKind switch
        {
            JsonValueKind.String => member.GetString()!.Replace('\0', '\uFFFD'),
            JsonValueKind.Number => member.GetRawText(),
            _ => null,
        };
    }

    /// <summary>An id: neither empty nor longer than a key may be.</summary>
    public static string? Id(this JsonElement element, string name, int maxLength = 64) =>
        element.Text(name) is { Length: > 0 } text && text.Length <= maxLength ? text : null;

    public static bool IsTrue(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.True;

    /// <summary>Seconds or milliseconds since 1970, told apart by size. Null when it is no sensible time.</summary>
    public static DateTimeOffset? Time(this JsonElement element, string name)
    {
        const long millisecondsFrom = 100_000_000_000;
        const long year2010 = 1_262_304_000_000;
        const long year2200 = 7_258_118_400_000;
        if (!long.TryParse(element.Text(name), out var value))
        {
            return null;
        }

        var milliseconds = value is > -millisecondsFrom and < millisecondsFrom ? value * 1000 : value;
        return milliseconds is > year2010 and < year2200 ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
    }
}
