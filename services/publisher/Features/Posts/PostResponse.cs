using SocialSelling.Publisher.Domain;

namespace SocialSelling.Publisher.Features.Posts;

/// <summary>A planned post and what became of it.</summary>
/// <param name="Id">Id of the post.</param>
/// <param name="AccountId">The client account it goes to.</param>
/// <param name="MediaId">The picture.</param>
/// <param name="PostType"><c>image</c>.</param>
/// <param name="Caption">The text below the picture.</param>
/// <param name="AltText">Description for people who cannot see the picture.</param>
/// <param name="ScheduledTime">When it is due, UTC.</param>
/// <param name="Status"><c>scheduled</c>, <c>publishing</c>, <c>published</c>, <c>failed</c> or <c>cancelled</c>.</param>
/// <param name="PublishedAt">When it went live, UTC.</param>
/// <param name="PlatformPostId">Meta's id of the live post.</param>
/// <param name="Permalink">Address of the live post.</param>
/// <param name="ErrorDetails">Why it failed.</param>
/// <param name="CreatedAt">When it was planned, UTC.</param>
public sealed record PostResponse(
    Guid Id, Guid AccountId, Guid MediaId, string PostType, string? Caption, string? AltText, DateTimeOffset ScheduledTime, string Status,
    DateTimeOffset? PublishedAt, string? PlatformPostId, string? Permalink, PostErrorResponse? ErrorDetails, DateTimeOffset CreatedAt)
{
    internal static PostResponse From(ScheduledPost post) => new(
        post.Id, post.AccountId, post.MediaId, post.PostType, post.Caption, post.AltText, post.ScheduledTime, PostStatusNames.Of(post.Status),
        post.PublishedAt, post.PlatformPostId, post.Permalink,
        post.ErrorDetails is { } error ? new PostErrorResponse(error.Code, error.Reason) : null, post.CreatedAt);
}

/// <summary>Why a post failed.</summary>
/// <param name="Code">The suite's error code, such as <c>POST_002</c>.</param>
/// <param name="Reason">A sentence for the person who planned the post.</param>
public sealed record PostErrorResponse(string Code, string Reason);
