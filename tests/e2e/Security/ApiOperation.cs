using System.Text.Json;

namespace SocialSelling.E2E.Tests.Security;

/// <summary>One operation of one service, as its OpenAPI document declares it.</summary>
internal sealed record ApiOperation(string Service, HttpMethod Method, string Path, bool Anonymous, string? Permission, bool PeopleOnly, JsonElement Declaration)
{
    /// <summary>The parameters of the path, in their order.</summary>
    public IReadOnlyList<string> Parameters { get; } =
        [.. Path.Split('/').Where(segment => segment.StartsWith('{')).Select(segment => segment.Trim('{', '}'))];

    public static IEnumerable<ApiOperation> Read(string service, JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        where operation.Value.ValueKind == JsonValueKind.Object && operation.Value.TryGetProperty("responses", out _)
        select new ApiOperation(
            service,
            HttpMethod.Parse(operation.Name),
            path.Name,
            operation.Value.TryGetProperty("security", out var security) && security.GetArrayLength() == 0,
            operation.Value.TryGetProperty("x-permission", out var permission) ? permission.GetString() : null,
            operation.Value.TryGetProperty("x-people-only", out _),
            operation.Value);

    public override string ToString() => $"{Method} {Path} ({Service})";
}
