using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Admin;

/// <summary>The subscription tiers as the API spells them.</summary>
internal static class AdminTiers
{
    private static readonly Dictionary<string, SubscriptionTier> Known =
        Enum.GetValues<SubscriptionTier>().ToDictionary(tier => tier.ToString().ToUpperInvariant(), StringComparer.Ordinal);

    public static string Names { get; } = string.Join(", ", Known.Keys);

    public static bool TryParse(string text, out SubscriptionTier tier) => Known.TryGetValue(text, out tier);
}
