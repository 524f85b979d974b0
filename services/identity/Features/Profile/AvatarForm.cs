namespace SocialSelling.Identity.Features.Profile;

/// <summary>The form of a user's picture.</summary>
public sealed class AvatarForm
{
    /// <summary>JPEG, PNG or WebP, at most 5 MB.</summary>
    public required IFormFile File { get; init; }
}
