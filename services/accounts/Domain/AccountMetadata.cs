namespace SocialSelling.Accounts.Domain;

/// <summary>The part of an account that only its platform has; the jsonb column <c>metadata</c>.</summary>
internal sealed record AccountMetadata
{
    public string? AppScopedId { get; init; }

    public string? AccountType { get; init; }

    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The webhook fields Meta accepted; empty when it refused the subscription.</summary>
    public IReadOnlyList<string> WebhookFields { get; init; } = [];
}
