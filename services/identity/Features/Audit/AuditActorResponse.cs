namespace SocialSelling.Identity.Features.Audit;

/// <summary>Who did it.</summary>
/// <param name="Type"><c>user</c>, <c>apiKey</c>, <c>service</c> or <c>anonymous</c>.</param>
/// <param name="Id">The user, the API key or the name of the service.</param>
/// <param name="Name">The user's name as it is today; <c>deleted user</c> where the user is gone.</param>
/// <param name="Email">The user's address as it is today.</param>
public sealed record AuditActorResponse(string Type, string? Id, string? Name, string? Email);
