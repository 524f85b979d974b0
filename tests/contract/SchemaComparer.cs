using System.Text.Json.Nodes;

namespace SocialSelling.Contract.Tests;

/// <summary>Finds what a receiver built for the agreed schema could no longer read.</summary>
internal static class SchemaComparer
{
    private static readonly string[] Fixed = ["type", "format", "enum", "pattern", "$ref", "const"];
    private static readonly string[] Nested = ["items", "additionalProperties"];

    public static IReadOnlyList<string> Breaks(JsonNode agreed, JsonNode current, string path = "")
    {
        if (agreed is not JsonObject before || current is not JsonObject now) return JsonNode.DeepEquals(agreed, current) ? [] : [$"{path}: changed"];
        return
        [
            .. Fixed.Where(key => !JsonNode.DeepEquals(before[key], now[key])).Select(key => $"{path}: {key} changed from {before[key]} to {now[key]}"),
            .. PropertyBreaks(before, now, path),
            .. Nested.Where(key => before[key] is not null).SelectMany(key => now[key] is { } node ? Breaks(before[key]!, node, $"{path}[]") : [$"{path}: {key} removed"]),
        ];
    }

    private static IEnumerable<string> PropertyBreaks(JsonObject before, JsonObject now, string path)
    {
        var (agreed, current) = (Properties(before), Properties(now));
        var removed = agreed.Keys.Except(current.Keys).Select(name => $"{path}/{name}: removed or renamed");
        // Messages on their way, and senders not yet updated, do not carry it.
        var demanded = Required(now).Except(Required(before)).Select(name => $"{path}/{name}: became required");
        var changed = agreed.Keys.Intersect(current.Keys).SelectMany(name => Breaks(agreed[name], current[name], $"{path}/{name}"));
        return [.. removed, .. demanded, .. changed];
    }

    private static Dictionary<string, JsonNode> Properties(JsonObject schema) =>
        schema["properties"] is JsonObject properties ? properties.ToDictionary(pair => pair.Key, pair => pair.Value ?? JsonValue.Create(true)) : [];

    private static IEnumerable<string> Required(JsonObject schema) => schema["required"] is JsonArray names ? names.Select(name => name!.GetValue<string>()) : [];
}
