using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Admin;

/// <summary>A user as who runs the installation sees it.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Email">The address.</param>
/// <param name="Name">The display name.</param>
/// <param name="SubscriptionTier"><c>FREE</c>, <c>STARTER</c>, <c>PROFESSIONAL</c> or <c>ENTERPRISE</c>.</param>
/// <param name="Status"><c>active</c>, <c>disabled</c> or <c>deleted</c>.</param>
/// <param name="EmailVerified">Whether the address was confirmed.</param>
/// <param name="MfaEnabled">Whether a second factor is asked for.</param>
/// <param name="IsPlatformAdmin">Whether the user runs the installation.</param>
/// <param name="CreatedAt">When the user registered, UTC.</param>
/// <param name="DisabledAt">Since when the user is shut out, UTC.</param>
/// <param name="DeletedAt">When the user deleted the account, UTC.</param>
public sealed record AdminUserResponse(
    Guid Id, string Email, string Name, string SubscriptionTier, string Status, bool EmailVerified, bool MfaEnabled, bool IsPlatformAdmin,
    DateTimeOffset CreatedAt, DateTimeOffset? DisabledAt, DateTimeOffset? DeletedAt)
{
    internal const string Active = "active";
    internal const string Disabled = "disabled";
    internal const string Deleted = "deleted";

    internal static AdminUserResponse From(User user) => new(
        user.Id, user.Email, user.Name, user.SubscriptionTier.ToString().ToUpperInvariant(), StatusOf(user), user.EmailVerified, user.MfaEnabled,
        user.IsPlatformAdmin, user.CreatedAt, user.DisabledAt, user.DeletedAt);

    private static string StatusOf(User user) => user.DeletedAt is not null ? Deleted : user.DisabledAt is not null ? Disabled : Active;
}
