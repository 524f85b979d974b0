using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Profile;

/// <summary>All that a user has told of themselves.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Email">The address as it was typed; addresses are compared without case.</param>
/// <param name="EmailVerified">Whether the user has shown that the address is theirs.</param>
/// <param name="Name">The display name.</param>
/// <param name="Username">3 to 30 lower-case letters, digits, dots and underscores; no two users have the same.</param>
/// <param name="FirstName">At most 100 characters.</param>
/// <param name="LastName">At most 100 characters.</param>
/// <param name="Bio">At most 500 characters, line breaks among them.</param>
/// <param name="Phone">In the form of E.164, such as <c>+351912345678</c>.</param>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Timezone">IANA name.</param>
/// <param name="SubscriptionTier"><c>FREE</c>, <c>STARTER</c>, <c>PROFESSIONAL</c> or <c>ENTERPRISE</c>.</param>
/// <param name="MfaEnabled">Whether a login needs a second factor.</param>
/// <param name="AvatarUrl">Signed address of the picture (JPEG, 512 by 512 pixels); null where there is none.</param>
/// <param name="AvatarUrlExpiresAt">When <paramref name="AvatarUrl"/> stops working, UTC; ask again for a new one.</param>
/// <param name="CreatedAt">When the user registered, UTC.</param>
/// <param name="UpdatedAt">When something of this last changed, UTC.</param>
public sealed record ProfileResponse(
    Guid Id, string Email, bool EmailVerified, string Name, string? Username, string? FirstName, string? LastName, string? Bio, string? Phone,
    string Language, string Timezone, string SubscriptionTier, bool MfaEnabled, Uri? AvatarUrl,
    DateTimeOffset? AvatarUrlExpiresAt, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    internal static ProfileResponse From(User user, AvatarResponse? avatar) => new(
        user.Id, user.Email, user.EmailVerified, user.Name, user.Username, user.FirstName, user.LastName, user.Bio, user.Phone, user.Language,
        user.Timezone, user.SubscriptionTier.ToString().ToUpperInvariant(), user.MfaEnabled, avatar?.AvatarUrl, avatar?.AvatarUrlExpiresAt,
        user.CreatedAt, user.UpdatedAt);
}
