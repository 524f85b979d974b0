using System.Security.Claims;
using SocialSelling.Contracts.Identity;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.ServiceDefaults.Audit;

/// <summary>Makes the actor of an entry.</summary>
public static class AuditActors
{
    /// <summary>Somebody who has not proved who they are.</summary>
    public static AuditActor Anonymous { get; } = new() { Type = "anonymous" };

    /// <summary>A person.</summary>
    public static AuditActor User(Guid id) => new() { Type = "user", Id = id.ToString() };

    /// <summary>A service by itself, such as a worker.</summary>
    public static AuditActor Service(string name) => new() { Type = "service", Id = name };

    /// <summary>Whose token it is; outside of a request the service itself.</summary>
    internal static AuditActor Of(ClaimsPrincipal? principal, string service) =>
        principal is null ? Service(service)
        : principal.FindFirst(TokenClaims.ApiKey)?.Value is { } key ? new() { Type = "apiKey", Id = key }
        : principal.FindFirst(TokenClaims.ClientId)?.Value is { } client ? Service(client)
        : principal.FindFirst(TokenClaims.Subject)?.Value is { } user ? new() { Type = "user", Id = user }
        : Anonymous;
}
