namespace SocialSelling.Identity.Features.Connect;

/// <summary>What is known of a good token.</summary>
internal sealed record TokenFacts
{
    public required string Subject { get; init; }

    /// <summary>The session, which for an API key's token is the key; null for a client's own token.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>The API key that stands behind an access token.</summary>
    public Guid? ApiKeyId { get; init; }

    /// <summary>Which issue of the session's access tokens it is.</summary>
    public int Version { get; init; }

    /// <summary>The client that the token was issued to, or that the session is bound to.</summary>
    public string? ClientId { get; init; }

    public Guid? Workspace { get; init; }

    public string? Scope { get; init; }

    /// <summary><c>Bearer</c> for access tokens only.</summary>
    public string? TokenType { get; init; }

    public string? Id { get; init; }

    public DateTimeOffset IssuedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }
}
