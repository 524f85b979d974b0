using System.Text.Json;
using System.Text.Json.Nodes;
using SocialSelling.Gateway.Docs;
using SocialSelling.Testing;

namespace SocialSelling.Gateway.Tests;

public sealed class DocumentMergerTests
{
    [Fact]
    public void Add_SameNameForDifferentSchemas_BothAreKeptAndReferencesFollow()
    {
        var merger = new DocumentMerger();
        merger.Add("identity", Document("/users", "integer"));
        merger.Add("publisher", Document("/posts", "string"));
        merger.Add("analytics", Document("/figures", "integer"));

        var merged = JsonDocument.Parse(merger.ToBytes()).RootElement;

        Assert.Equal(["/users", "/posts", "/figures"], merged.GetProperty("paths").EnumerateObject().Select(path => path.Name));
        Assert.Equal(["Item", "PublisherItem"], merged.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(schema => schema.Name));
        Assert.Equal("#/components/schemas/Item", Reference(merged, "/users"));
        Assert.Equal("#/components/schemas/PublisherItem", Reference(merged, "/posts"));
        Assert.Equal("#/components/schemas/Item", Reference(merged, "/figures"));
    }

    [Fact]
    public void Add_CommittedDocuments_EveryReferenceLeadsSomewhere()
    {
        var merger = new DocumentMerger();
        foreach (var file in Directory.GetFiles(Repository.PathOf("docs/api"), "*.json").Order(StringComparer.Ordinal))
        {
            merger.Add(Path.GetFileNameWithoutExtension(file), JsonNode.Parse(File.ReadAllText(file))!.AsObject());
        }

        var merged = JsonDocument.Parse(merger.ToBytes()).RootElement;

        Assert.All(References(merged), reference => Assert.True(Leads(merged, reference), reference));
        Assert.True(merged.GetProperty("paths").TryGetProperty("/api/v1/conversations", out _));
    }

    private static JsonObject Document(string path, string type) => JsonNode.Parse($$"""
        {
          "paths": { "{{path}}": { "$ref": "#/components/schemas/Item" } },
          "components": { "schemas": { "Item": { "type": "{{type}}" } } }
        }
        """)!.AsObject();

    private static string? Reference(JsonElement merged, string path) => merged.GetProperty("paths").GetProperty(path).GetProperty("$ref").GetString();

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property =>
            property.Name == "$ref" && property.Value.ValueKind == JsonValueKind.String ? [property.Value.GetString()!] : References(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };

    private static bool Leads(JsonElement merged, string reference) => reference[2..].Split('/').All(part => merged.TryGetProperty(part, out merged));
}
