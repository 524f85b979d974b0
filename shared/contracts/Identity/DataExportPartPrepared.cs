namespace SocialSelling.Contracts.Identity;

/// <summary>A piece of a service's share of an export. Source: every service that holds data; identity puts the pieces into the ZIP.</summary>
public sealed record DataExportPartPrepared
{
    /// <summary>The export of <see cref="DataExportRequested"/>.</summary>
    public required Guid ExportId { get; init; }

    /// <summary>The service's name.</summary>
    public required string Service { get; init; }

    /// <summary>Name of the file in the ZIP, below a folder of the service, such as <c>messages.json</c>; empty in a service's last event without content.</summary>
    public required string File { get; init; }

    /// <summary>Place of the piece in the service's answer, from 0.</summary>
    public required int Sequence { get; init; }

    /// <summary>Whether the service has nothing more to give.</summary>
    public required bool IsLast { get; init; }

    /// <summary>A JSON array of at most 256 kB; the pieces of a file together are its rows.</summary>
    public required string Content { get; init; }

    /// <summary>When it was prepared, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
