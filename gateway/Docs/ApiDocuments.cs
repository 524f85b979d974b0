using System.Text.Json.Nodes;

namespace SocialSelling.Gateway.Docs;

/// <summary>The services' OpenAPI documents, put together into one when it is first asked for.</summary>
internal sealed class ApiDocuments
{
    private readonly Lazy<byte[]> merged = new(() => Merge(Directory(AppContext.BaseDirectory)));

    public byte[] Merged => merged.Value;

    private static string Directory(string folder) => Path.Combine(folder, "api-docs");

    private static byte[] Merge(string folder)
    {
        var merger = new DocumentMerger();
        if (System.IO.Directory.Exists(folder))
        {
            foreach (var file in System.IO.Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
            {
                merger.Add(Path.GetFileNameWithoutExtension(file), JsonNode.Parse(File.ReadAllText(file))!.AsObject());
            }
        }

        return merger.ToBytes();
    }
}
