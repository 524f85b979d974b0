using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SocialSelling.Testing;

namespace SocialSelling.Contract.Tests;

/// <summary>The schemas that were agreed, one file a type, and those the code has now.</summary>
internal static class SchemaFiles
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    // Numbers only: that strings are read as numbers too is nothing to promise.
    private static readonly JsonSerializerOptions Shapes = new(JsonSerializerDefaults.Web) { NumberHandling = JsonNumberHandling.Strict, TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
    private static readonly JsonSchemaExporterOptions Exporter = new() { TreatNullObliviousAsNonNullable = true };

    public static bool MayUpdate => Environment.GetEnvironmentVariable("UPDATE_SCHEMAS") == "1";

    public static string Folder { get; } = Repository.PathOf("tests", "contract", "schemas");

    public static IEnumerable<string> Names => Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file));

    public static JsonNode Current(Type type) => Shapes.GetJsonSchemaAsNode(type, Exporter);

    public static JsonNode? Agreed(string name) => File.Exists(PathOf(name)) ? JsonNode.Parse(File.ReadAllText(PathOf(name))) : null;

    public static void Write(string name, JsonNode schema) => File.WriteAllText(PathOf(name), schema.ToJsonString(Indented) + "\n");

    private static string PathOf(string name) => Path.Combine(Folder, $"{name}.json");
}
