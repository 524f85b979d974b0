namespace SocialSelling.Identity.Features.Privacy;

/// <summary>A file of an export, and the places of its pieces, which follow each other.</summary>
internal sealed record ExportedFile(string Service, string Name, int Rows, int First, int Last);
