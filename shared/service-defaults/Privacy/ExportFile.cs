namespace SocialSelling.ServiceDefaults.Privacy;

/// <summary>One JSON file of an export: rows of a query, read page by page along a key.</summary>
/// <param name="Name">Name of the file, such as <c>messages.json</c>.</param>
/// <param name="From">Table, or tables with their joins.</param>
/// <param name="Where">Condition with the workspace's or user's id as <c>$1</c>.</param>
/// <param name="Key">Columns that order the rows and tell them apart, each with its type: <c>["id uuid"]</c>.</param>
/// <param name="Columns">What is copied out, named in camelCase; an expression needs its own <c>AS</c>.</param>
public sealed record ExportFile(string Name, string From, string Where, IReadOnlyList<string> Key, IReadOnlyList<string> Columns)
{
    private const string As = " AS ";

    internal string Sql(bool fromTheStart)
    {
        var keys = Key.Select(key => key[..key.LastIndexOf(' ')]).ToList();
        var types = Key.Select(key => key[(key.LastIndexOf(' ') + 1)..]).ToList();
        var order = string.Join(", ", keys);
        var after = string.Join(", ", types.Select((type, index) => $"${index + 3}::text::{type}"));
        return $"""
            SELECT (SELECT row_to_json(r) FROM (SELECT {string.Join(", ", Columns.Select(Named))}) r)::text, {string.Join(", ", keys.Select(key => key + "::text"))}
            FROM {From} WHERE {Where}{(fromTheStart ? "" : $" AND ({order}) > ({after})")}
            ORDER BY {order} LIMIT $2
            """;
    }

    private static string Named(string column)
    {
        if (column.Contains(As, StringComparison.Ordinal)) return column;
        var words = column[(column.LastIndexOf('.') + 1)..].Split('_');
        return $"{column} AS \"{words[0]}{string.Concat(words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]))}\"";
    }
}
