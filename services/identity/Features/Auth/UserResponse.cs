using System.Text.Json.Serialization;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Auth;

/// <summary>A user as the user sees it.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Email">The address as it was typed; addresses are compared without case.</param>
/// <param name="Name">The display name.</param>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Timezone">IANA name.</param>
/// <param name="SubscriptionTier"><c>FREE</c>, <c>STARTER</c>, <c>PROFESSIONAL</c> or <c>ENTERPRISE</c>.</param>
public sealed record UserResponse(
    Guid Id,
    string Email,
    string Name,
    string Language,
    string Timezone,
    [property: JsonPropertyName("subscription_tier")] string SubscriptionTier)
{
    internal static UserResponse From(User user) =>
        new(user.Id, user.Email, user.Name, user.Language, user.Timezone, user.SubscriptionTier.ToString().ToUpperInvariant());
}
