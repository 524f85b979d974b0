namespace SocialSelling.Analytics.Features.Summary;

/// <summary>The main figures of a range of days, and of the range of the same length just before.</summary>
/// <param name="AccountId">The account, or null for all accounts of the workspace.</param>
/// <param name="Current">The range asked for.</param>
/// <param name="Previous">The range before.</param>
public sealed record SummaryResponse(Guid? AccountId, SummaryRange Current, SummaryRange Previous);

/// <summary>The main figures of a range of UTC days. A figure that Meta has not given for any of its days is null, not 0.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, included.</param>
/// <param name="Followers">Followers at the last day of the range that has the figure.</param>
/// <param name="Reach">Sum of the days' reach: a person reached on two days counts twice, since Meta counts people only within a day.</param>
/// <param name="Views">Sum of the days' views.</param>
/// <param name="Interactions">Sum of the days' interactions.</param>
/// <param name="PostsPublished">Posts that went live through the suite.</param>
/// <param name="PostsFailed">Posts that could not be published.</param>
public sealed record SummaryRange(
    DateOnly From, DateOnly To, long? Followers, long? Reach, long? Views, long? Interactions, int PostsPublished, int PostsFailed);
