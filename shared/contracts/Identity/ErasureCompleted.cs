namespace SocialSelling.Contracts.Identity;

/// <summary>A service has erased what an erasure asked for. Source: every service that holds data; identity makes the receipt of it.</summary>
public sealed record ErasureCompleted
{
    /// <summary>The erasure of <see cref="UserDeleted"/> or <see cref="WorkspaceDeleted"/>.</summary>
    public required Guid ErasureId { get; init; }

    /// <summary>The service's name.</summary>
    public required string Service { get; init; }

    /// <summary>How many rows of what were erased or made nameless, such as <c>messages</c>: 120.</summary>
    public required IReadOnlyDictionary<string, long> Erased { get; init; }

    /// <summary>When it was done, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
