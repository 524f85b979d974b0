namespace SocialSelling.Gateway.Limits;

/// <summary>What a bucket said.</summary>
/// <param name="Allowed">Whether the request may pass.</param>
/// <param name="Limit">Requests a window.</param>
/// <param name="Remaining">Requests left at once.</param>
/// <param name="ResetSeconds">Until the bucket is full again.</param>
/// <param name="RetryAfterSeconds">Until the next request may pass.</param>
internal readonly record struct RateDecision(bool Allowed, int Limit, int Remaining, int ResetSeconds, int RetryAfterSeconds);
