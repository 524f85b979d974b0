namespace SocialSelling.ServiceDefaults.Idempotency;

/// <summary>Marks an endpoint that honours the key, for the API document.</summary>
internal sealed record IdempotencyMetadata;
