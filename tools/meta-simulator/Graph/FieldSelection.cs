using System.Text.Json.Nodes;

namespace SocialSelling.MetaSimulator.Graph;

/// <summary>`fields=a,b{c,d}`: what was asked for is answered, unknown fields are an error.</summary>
internal sealed class FieldSelection
{
    private readonly List<(string Name, FieldSelection? Inner)> fields = [];

    public static FieldSelection Parse(string text)
    {
        var position = 0;
        return Parse(text, ref position);
    }

    public FieldSelection? Inner(string name) => fields.FirstOrDefault(field => field.Name == name).Inner;

    public bool Has(string name) => fields.Any(field => field.Name == name);

    /// <summary>The asked fields of <paramref name="all"/>; a field whose value is null is left out, as Graph does.</summary>
    public (JsonObject? Node, GraphError? Error) Project(JsonObject all, string type)
    {
        var node = new JsonObject();
        foreach (var (name, _) in fields)
        {
            if (!all.ContainsKey(name))
            {
                return (null, GraphErrors.Parameter($"Tried accessing nonexisting field ({name}) on node type ({type})"));
            }

            if (all[name] is { } value && !node.ContainsKey(name))
            {
                node[name] = value.DeepClone();
            }
        }

        if (all["id"] is { } id && !node.ContainsKey("id"))
        {
            node["id"] = id.DeepClone();
        }

        return (node, null);
    }

    private static FieldSelection Parse(string text, ref int position)
    {
        var selection = new FieldSelection();
        while (position < text.Length && text[position] != '}')
        {
            var start = position;
            while (position < text.Length && !",{}".Contains(text[position]))
            {
                position++;
            }

            var name = WithoutModifiers(text[start..position]);
            FieldSelection? inner = null;
            if (position < text.Length && text[position] == '{')
            {
                position++;
                inner = Parse(text, ref position);
                position++;
            }

            if (name.Length > 0)
            {
                selection.fields.Add((name, inner));
            }

            if (position < text.Length && text[position] == ',')
            {
                position++;
            }
        }

        return selection;
    }

    /// <summary>`edge.limit(5)` is read as `edge`: the simulator's edges are short enough.</summary>
    private static string WithoutModifiers(string name) => name.Trim().Split('.')[0];
}
