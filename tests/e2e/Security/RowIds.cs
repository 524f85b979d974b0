using System.Text.Json;
using SocialSelling.Demo;

namespace SocialSelling.E2E.Tests.Security;

/// <summary>
/// Ids of real rows of a workspace, found as a client finds them: in the list of the collection above the id, or in any list that is called
/// like the collection.
/// </summary>
internal sealed class RowIds(ApiDescription api, SuiteClient owner)
{
    private const string Base = "/api/v1/";
    private readonly Dictionary<string, string?> known = [];

    /// <summary>The path with real ids in it; null where the workspace has no such row.</summary>
    public async Task<string?> FillAsync(string path, CancellationToken ct)
    {
        var filled = "";
        foreach (var segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!segment.StartsWith('{'))
            {
                filled += $"/{segment}";
                continue;
            }

            if (await FirstIdAsync(filled, ct) is not { } id)
            {
                return null;
            }

            filled += $"/{id}";
        }

        return filled;
    }

    private async Task<string?> FirstIdAsync(string collection, CancellationToken ct)
    {
        if (!known.TryGetValue(collection, out var id))
        {
            id = await ListedIdAsync(collection, ct) ?? await ElsewhereAsync(collection, ct);
            known[collection] = id;
        }

        return id;
    }

    private async Task<string?> ElsewhereAsync(string collection, CancellationToken ct)
    {
        var name = collection[collection.LastIndexOf('/')..];
        foreach (var list in api.Operations.Where(operation => operation.Method == HttpMethod.Get && operation.Path.EndsWith(name, StringComparison.Ordinal)))
        {
            if (list.Parameters.Count > 0 && await FillAsync(list.Path, ct) is { } path && await ListedIdAsync(path, ct) is { } id)
            {
                return id;
            }
        }

        return null;
    }

    private async Task<string?> ListedIdAsync(string collection, CancellationToken ct)
    {
        if (!api.Operations.Any(operation => operation.Method == HttpMethod.Get && Matches(operation.Path, collection)))
        {
            return null;
        }

        var answer = await owner.GetAsync(collection[Base.Length..], ct);
        return answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("data", out var data) && data.GetArrayLength() > 0
            ? IdOf(data[0])
            : null;
    }

    private static string? IdOf(JsonElement row) =>
        row.TryGetProperty("id", out var id) || row.TryGetProperty("userId", out id) ? id.GetString() : null;

    private static bool Matches(string pattern, string path)
    {
        var (left, right) = (pattern.Split('/'), path.Split('/'));
        return left.Length == right.Length && left.Zip(right).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);
    }
}
