namespace SocialSelling.Analytics.Domain;

/// <summary>Meta's names of the metrics that have a column of their own; note <c>saved</c> for media, <c>saves</c> for accounts.</summary>
internal static class MetricNames
{
    public const string Followers = "followers_count";
    public const string Reach = "reach";
    public const string Views = "views";
    public const string Interactions = "total_interactions";
    public const string Likes = "likes";
    public const string Comments = "comments";
    public const string Shares = "shares";
    public const string Saved = "saved";

    /// <summary>Read from the profile: how things stand at the moment, whatever day was asked for.</summary>
    public static IReadOnlyList<string> OfTheMoment { get; } = [Followers, "follows_count", "media_count"];
}
