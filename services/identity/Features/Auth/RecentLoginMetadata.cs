namespace SocialSelling.Identity.Features.Auth;

/// <summary>Says of an endpoint that it asks for a recent login.</summary>
internal sealed record RecentLoginMetadata;
