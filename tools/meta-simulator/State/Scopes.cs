namespace SocialSelling.MetaSimulator.State;

internal static class Scopes
{
    public const string Basic = "instagram_business_basic";
    public const string Messages = "instagram_business_manage_messages";
    public const string Comments = "instagram_business_manage_comments";
    public const string Publish = "instagram_business_content_publish";
    public const string Insights = "instagram_business_manage_insights";

    public static readonly IReadOnlyList<string> All = [Basic, Messages, Comments, Publish, Insights];

    /// <summary>Scopes of a request: separated by comma or space.</summary>
    public static IReadOnlyList<string> Parse(string? text) =>
        [.. (text ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];
}
