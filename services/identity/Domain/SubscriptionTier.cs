namespace SocialSelling.Identity.Domain;

internal enum SubscriptionTier
{
    Free,
    Starter,
    Professional,
    Enterprise,
}
