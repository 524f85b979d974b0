using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.ApiKeys;

/// <summary>An API key, without its secret.</summary>
/// <param name="Id">The key's id.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Prefix">The beginning of the key, by which it can be recognised.</param>
/// <param name="Scopes">The permissions it has.</param>
/// <param name="AccountIds">The client accounts it is confined to; null when it may use all of the workspace.</param>
/// <param name="CreatedBy">The user who made it.</param>
/// <param name="CreatedAt">When, UTC.</param>
/// <param name="LastUsedAt">When it was last used, to about a minute, UTC; null as long as it was not.</param>
/// <param name="ExpiresAt">When it ends by itself, UTC; null for never.</param>
/// <param name="RevokedAt">When it was revoked, UTC; null when it was not.</param>
public sealed record ApiKeyResponse(
    Guid Id,
    string Name,
    string Prefix,
    IReadOnlyList<string> Scopes,
    IReadOnlyList<Guid>? AccountIds,
    Guid CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? RevokedAt)
{
    internal static ApiKeyResponse From(ApiKey key) => new(
        key.Id, key.Name, key.Prefix, key.Scopes, key.AccountIds, key.CreatedBy, key.CreatedAt, key.LastUsedAt, key.ExpiresAt, key.RevokedAt);
}
