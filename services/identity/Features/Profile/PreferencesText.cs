using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SocialSelling.Identity.Features.Profile;

/// <summary>
/// Writes a client's JSON anew, and refuses what PostgreSQL's <c>jsonb</c> cannot hold: the zero character, half surrogates. A number is
/// written out: jsonb would store <c>1e308</c> with all its 309 digits.
/// </summary>
internal static class PreferencesText
{
    private const int MaxDepth = 8;

    // The answer is JSON, never part of a page: other letters need no escapes, which would count as bytes.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static bool TryWrite(JsonElement preferences, out string text, [NotNullWhen(false)] out string? complaint)
    {
        text = "";
        using var buffer = new MemoryStream();
        using var writer = new Utf8JsonWriter(buffer, Options);
        complaint = preferences.ValueKind == JsonValueKind.Object ? Write(writer, preferences, 1) : "must be a JSON object";
        if (complaint is null)
        {
            writer.Flush();
            text = Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
        }

        return complaint is null;
    }

    private static string? Write(Utf8JsonWriter writer, JsonElement value, int depth) => value.ValueKind switch
    {
        JsonValueKind.Object or JsonValueKind.Array when depth > MaxDepth => $"must not be nested more than {MaxDepth} levels deep",
        JsonValueKind.Object => WriteObject(writer, value, depth),
        JsonValueKind.Array => WriteArray(writer, value, depth),
        JsonValueKind.String => WriteText(writer.WriteStringValue, value.GetString),
        JsonValueKind.Number => WriteNumber(writer, value),
        _ => WritePlain(writer, value),
    };

    private static string? WriteObject(Utf8JsonWriter writer, JsonElement value, int depth)
    {
        writer.WriteStartObject();
        foreach (var property in value.EnumerateObject())
        {
            if ((WriteText(writer.WritePropertyName, () => property.Name) ?? Write(writer, property.Value, depth + 1)) is { } complaint)
            {
                return complaint;
            }
        }

        writer.WriteEndObject();
        return null;
    }

    private static string? WriteArray(Utf8JsonWriter writer, JsonElement value, int depth)
    {
        writer.WriteStartArray();
        foreach (var item in value.EnumerateArray())
        {
            if (Write(writer, item, depth + 1) is { } complaint)
            {
                return complaint;
            }
        }

        writer.WriteEndArray();
        return null;
    }

    private static string? WriteText(Action<string> write, Func<string?> read)
    {
        string text;
        try
        {
            text = read() ?? "";
        }
        catch (InvalidOperationException)
        {
            return "must not contain half of a surrogate pair";
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            return "must not contain the character U+0000";
        }

        write(text);
        return null;
    }

    private static string? WriteNumber(Utf8JsonWriter writer, JsonElement value)
    {
        if (!value.TryGetDecimal(out var number))
        {
            return "must not contain numbers of 7.9e28 or more";
        }

        writer.WriteNumberValue(number);
        return null;
    }

    private static string? WritePlain(Utf8JsonWriter writer, JsonElement value)
    {
        value.WriteTo(writer);
        return null;
    }
}
