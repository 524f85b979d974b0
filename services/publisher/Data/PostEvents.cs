using SocialSelling.Contracts.Instagram;
using SocialSelling.Contracts.Publisher;
using SocialSelling.Publisher.Domain;

namespace SocialSelling.Publisher.Data;

/// <summary>What the outside is told about a post.</summary>
internal static class PostEvents
{
    public static PublishInstagramMediaRequested PublishRequested(ScheduledPost post, Uri imageUrl, DateTimeOffset at) => new()
    {
        WorkspaceId = post.WorkspaceId,
        AccountId = post.AccountId,
        PostId = post.Id,
        ImageUrl = imageUrl.AbsoluteUri,
        Caption = post.Caption,
        AltText = post.AltText,
        OccurredAt = at,
    };

    public static PostPublished Published(ScheduledPost post, DateTimeOffset at) => new()
    {
        WorkspaceId = post.WorkspaceId,
        AccountId = post.AccountId,
        PostId = post.Id,
        PlatformMediaId = post.PlatformPostId ?? "",
        Permalink = post.Permalink,
        Caption = post.Caption,
        PublishedAt = post.PublishedAt ?? at,
        OccurredAt = at,
    };

    public static PostPublishFailed Failed(ScheduledPost post, DateTimeOffset at) => new()
    {
        WorkspaceId = post.WorkspaceId,
        AccountId = post.AccountId,
        PostId = post.Id,
        Code = post.ErrorDetails?.Code ?? "",
        Reason = post.ErrorDetails?.Reason ?? "",
        OccurredAt = at,
    };
}
