namespace SocialSelling.Identity.Features.Privacy;

/// <summary>A service's share of an export.</summary>
/// <param name="Service">The service's name.</param>
/// <param name="Complete">Whether all of it is there; a service that is not complete for long is asked again.</param>
/// <param name="Rows">Rows so far.</param>
public sealed record DataExportProgress(string Service, bool Complete, long Rows);
