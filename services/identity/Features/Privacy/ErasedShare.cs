namespace SocialSelling.Identity.Features.Privacy;

/// <summary>A service's part of an erasure.</summary>
/// <param name="Service">The service's name.</param>
/// <param name="CompletedAt">When it was done, UTC; absent while its answer is awaited.</param>
/// <param name="Erased">How many rows of what.</param>
public sealed record ErasedShare(string Service, DateTimeOffset? CompletedAt, IReadOnlyDictionary<string, long> Erased);
