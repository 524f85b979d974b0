namespace SocialSelling.Identity.Features.Audit;

/// <summary>What something was done to.</summary>
/// <param name="Type">The kind, such as <c>member</c>.</param>
/// <param name="Id">Which one.</param>
public sealed record AuditTargetResponse(string Type, string? Id);
