namespace SocialSelling.Publisher.Features.Media;

/// <summary>The form of an upload.</summary>
public sealed class UploadMediaForm
{
    /// <summary>The picture: JPEG, at most 8 MB.</summary>
    public required IFormFile File { get; init; }

    /// <summary>Description for people who cannot see the picture, at most 1,000 characters.</summary>
    public string? AltText { get; init; }
}
