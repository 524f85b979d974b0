namespace SocialSelling.Analytics.Domain;

/// <summary>How publishing ended.</summary>
internal enum PostOutcome
{
    Published,
    Failed,
}
