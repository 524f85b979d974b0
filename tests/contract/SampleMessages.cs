using System.Text.Json.Nodes;

namespace SocialSelling.Contract.Tests;

/// <summary>Makes a message with every field set, from its schema.</summary>
internal static class SampleMessages
{
    public static JsonNode Of(JsonNode schema) => Kind(schema) switch
    {
        "object" when schema["properties"] is JsonObject properties => new JsonObject(properties.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)Of(pair.Value!)))),
        "object" => new JsonObject { ["reach"] = Of(schema["additionalProperties"]!) },
        "array" => new JsonArray(Of(schema["items"]!), Of(schema["items"]!)),
        "integer" => 42,
        "number" => 4.5,
        "boolean" => true,
        _ => Text(schema["format"]?.GetValue<string>()),
    };

    private static string? Kind(JsonNode schema) =>
        schema["type"] is JsonArray several ? several.Select(kind => kind!.GetValue<string>()).First(kind => kind != "null") : schema["type"]?.GetValue<string>();

    private static string Text(string? format) => format switch
    {
        "uuid" => "0197f1c4-9c7a-7d1e-8f00-1b2c3d4e5f60",
        "date-time" => "2026-05-04T03:02:01.123+00:00",
        "date" => "2026-05-04",
        _ => "Grüße 👋",
    };
}
