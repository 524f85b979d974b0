using System.Text.Json;
using System.Text.Json.Nodes;

namespace SocialSelling.E2E.Tests.Security;

/// <summary>Makes a value that a schema of the document allows.</summary>
internal sealed class SampleJson(JsonElement document)
{
    private const string Pointer = "#/components/schemas/";

    public JsonNode? Of(JsonElement schema)
    {
        schema = Resolve(schema);
        if (schema.TryGetProperty("enum", out var values))
        {
            return JsonNode.Parse(values[0].GetRawText());
        }

        return (schema.TryGetProperty("type", out var type) ? type.GetString() : null) switch
        {
            "object" => Members(schema),
            "array" => new JsonArray(Of(schema.GetProperty("items"))),
            "integer" or "number" => schema.TryGetProperty("minimum", out var minimum) ? minimum.GetDouble() : 1,
            "boolean" => true,
            "string" => Text(schema),
            _ => null,
        };
    }

    private JsonElement Resolve(JsonElement schema)
    {
        while (true)
        {
            if (schema.TryGetProperty("$ref", out var reference))
            {
                schema = document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()![Pointer.Length..]);
            }
            else if (schema.TryGetProperty("oneOf", out var choices) || schema.TryGetProperty("allOf", out choices))
            {
                schema = choices.EnumerateArray().Last();
            }
            else
            {
                return schema;
            }
        }
    }

    private JsonObject Members(JsonElement schema) => new(
        from member in schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject() : default
        where !schema.TryGetProperty("required", out var required) || required.EnumerateArray().Any(name => name.GetString() == member.Name)
        select KeyValuePair.Create(member.Name, Of(member.Value)));

    private static string Text(JsonElement schema) => (schema.TryGetProperty("format", out var format) ? format.GetString() : null) switch
    {
        "uuid" => Guid.CreateVersion7().ToString(),
        "date-time" => DateTimeOffset.UtcNow.AddDays(1).ToString("O"),
        "date" => "2026-01-01",
        "email" => "somebody@example.com",
        _ => new string('a', schema.TryGetProperty("minLength", out var length) ? Math.Max(length.GetInt32(), 8) : 8),
    };
}
