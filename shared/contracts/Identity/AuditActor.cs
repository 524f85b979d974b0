namespace SocialSelling.Contracts.Identity;

/// <summary>Who did it.</summary>
public sealed record AuditActor
{
    /// <summary><c>user</c>, <c>apiKey</c>, <c>service</c> or <c>anonymous</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The user, the API key or the name of the service; null for somebody unknown.</summary>
    public string? Id { get; init; }
}
