using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SocialSelling.MetaSimulator.Graph;

/// <summary>Parameters of a call, wherever they came from: query, form, multipart or JSON body.</summary>
internal sealed class GraphParameters
{
    public static readonly GraphParameters None = new();

    private readonly Dictionary<string, JsonNode?> values = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, JsonNode?> Values => values;

    public string? this[string name] => values.GetValueOrDefault(name) switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out string? text) => text,
        var other => other.ToJsonString(),
    };

    /// <summary>An object given as such in JSON, or as JSON text in a query or form.</summary>
    public JsonObject? Object(string name)
    {
        if (values.GetValueOrDefault(name) is JsonObject direct)
        {
            return direct;
        }

        return this[name] is { Length: > 0 } text ? Parse(text) as JsonObject : null;
    }

    public long? Number(string name) => long.TryParse(this[name], NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A list given as array or separated by commas.</summary>
    public IReadOnlyList<string> List(string name) => values.GetValueOrDefault(name) is JsonArray array
        ? [.. array.Select(item => item is JsonValue value && value.TryGetValue(out string? text) ? text : item?.ToJsonString() ?? "")]
        : (this[name] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Null when the body cannot be read as what its content type says.</summary>
    public static async Task<GraphParameters?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        var parameters = new GraphParameters();
        foreach (var (name, value) in request.Query)
        {
            parameters.values[name] = value.ToString();
        }

        if (request.HasFormContentType)
        {
            foreach (var (name, value) in await request.ReadFormAsync(ct))
            {
                parameters.values[name] = value.ToString();
            }
        }
        else if (request.HasJsonContentType())
        {
            using var reader = new StreamReader(request.Body);
            if (Parse(await reader.ReadToEndAsync(ct)) is not JsonObject body)
            {
                return null;
            }

            foreach (var (name, value) in body)
            {
                parameters.values[name] = value;
            }
        }

        return parameters;
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
