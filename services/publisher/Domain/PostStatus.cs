namespace SocialSelling.Publisher.Domain;

/// <summary>Scheduled → publishing → published or failed; scheduled → cancelled.</summary>
internal enum PostStatus
{
    Scheduled,
    Publishing,
    Published,
    Failed,
    Cancelled,
}
