using System.Text;
using System.Text.Json.Nodes;

namespace SocialSelling.Gateway.Docs;

/// <summary>Merges OpenAPI documents. A schema whose name another service uses for something else gets the service's name before its own.</summary>
internal sealed class DocumentMerger
{
    private const string SchemaPointer = "#/components/schemas/";
    private readonly JsonObject paths = [];
    private readonly JsonObject components = [];
    private readonly SortedSet<string> tags = new(StringComparer.Ordinal);

    public void Add(string service, JsonObject document)
    {
        document = Renamed(service, document);
        Merge(paths, document["paths"] as JsonObject);
        foreach (var (kind, entries) in document["components"] as JsonObject ?? [])
        {
            if (components[kind] is not JsonObject target)
            {
                components[kind] = target = [];
            }

            Merge(target, entries as JsonObject);
        }

        tags.UnionWith((document["tags"] as JsonArray ?? []).Select(tag => (string)tag!["name"]!));
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["openapi"] = "3.0.4",
        ["info"] = new JsonObject { ["title"] = "SocialSelling API", ["version"] = "v1" },
        ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
        ["paths"] = paths.DeepClone(),
        ["components"] = components.DeepClone(),
        ["security"] = new JsonArray(new JsonObject { ["bearer"] = new JsonArray() }),
        ["tags"] = new JsonArray([.. tags.Select(tag => new JsonObject { ["name"] = tag })]),
    }.ToJsonString());

    private JsonObject Renamed(string service, JsonObject document)
    {
        var taken = components["schemas"] as JsonObject;
        var text = document.ToJsonString();
        foreach (var (name, schema) in document["components"]?["schemas"] as JsonObject ?? [])
        {
            if (taken?[name] is { } other && !JsonNode.DeepEquals(other, schema))
            {
                var unique = char.ToUpperInvariant(service[0]) + service[1..] + name;
                text = text.Replace($"\"{SchemaPointer}{name}\"", $"\"{SchemaPointer}{unique}\"", StringComparison.Ordinal)
                    .Replace($"\"{name}\":{{", $"\"{unique}\":{{", StringComparison.Ordinal);
            }
        }

        return JsonNode.Parse(text)!.AsObject();
    }

    private static void Merge(JsonObject target, JsonObject? source)
    {
        foreach (var (name, value) in source ?? [])
        {
            target[name] = value?.DeepClone();
        }
    }
}
