namespace SocialSelling.Messaging.Features;

/// <summary>How a search looks for contacts: any part of handle, name or platform id, without regard to case.</summary>
internal static class SearchPattern
{
    public static string Containing(string text) =>
        $"%{text.TrimStart('@').Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";

    public static string Contact(string alias, string parameter) =>
        $"({alias}.username ILIKE {parameter} OR {alias}.name ILIKE {parameter} OR {alias}.platform_id LIKE {parameter})";
}
