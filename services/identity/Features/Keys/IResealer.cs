namespace SocialSelling.Identity.Features.Keys;

/// <summary>Seals one kind of stored secret anew after the master key was changed; <c>--reseal</c> runs all that are registered.</summary>
internal interface IResealer
{
    /// <summary>The kind, in the plural.</summary>
    string What { get; }

    /// <summary>Seals with the active master key what another one has sealed, and says how many rows there were.</summary>
    Task<int> ResealAsync(CancellationToken ct);
}
