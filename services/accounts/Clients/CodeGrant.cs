using System.Text.Json;

namespace SocialSelling.Accounts.Clients;

/// <summary>The short-lived token that a code was exchanged for.</summary>
internal sealed record CodeGrant(string AccessToken, IReadOnlyList<string> Permissions)
{
    /// <summary>Reads the flat form that is served and the <c>data[]</c> form that is documented; permissions as text or as a list.</summary>
    public static CodeGrant? Read(JsonElement root)
    {
        var grant = MetaJson.Unwrap(root);
        return MetaJson.Text(grant, "access_token") is { Length: > 0 } token ? new CodeGrant(token, ReadPermissions(grant)) : null;
    }

    private static string[] ReadPermissions(JsonElement grant)
    {
        if (!grant.TryGetProperty("permissions", out var permissions))
        {
            return [];
        }

        return permissions.ValueKind switch
        {
            JsonValueKind.Array => [.. permissions.EnumerateArray().Where(p => p.ValueKind == JsonValueKind.String).Select(p => p.GetString()!)],
            JsonValueKind.String => permissions.GetString()!.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            _ => [],
        };
    }
}
