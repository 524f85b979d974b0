namespace SocialSelling.Contracts.Identity;

/// <summary>
/// Somebody asked for a copy of their data: every service answers with its parts, <see cref="DataExportPartPrepared"/>. Source: identity.
/// </summary>
public sealed record DataExportRequested
{
    /// <summary>The export that the answers belong to.</summary>
    public required Guid ExportId { get; init; }

    /// <summary>All data of this workspace; null when a user's own data are asked for.</summary>
    public Guid? WorkspaceId { get; init; }

    /// <summary>The data that name this user; null when a workspace's data are asked for.</summary>
    public Guid? UserId { get; init; }

    /// <summary>When it was asked for, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
