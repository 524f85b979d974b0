namespace SocialSelling.Identity.Features.Profile;

/// <summary>A user's picture: JPEG, 512 by 512 pixels.</summary>
/// <param name="AvatarUrl">Signed address of the picture.</param>
/// <param name="AvatarUrlExpiresAt">When <paramref name="AvatarUrl"/> stops working, UTC; ask again for a new one.</param>
public sealed record AvatarResponse(Uri AvatarUrl, DateTimeOffset AvatarUrlExpiresAt);
