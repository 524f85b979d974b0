using System.Security.Claims;

namespace SocialSelling.ServiceDefaults.Access;

/// <summary>The workspace the request acts in, from the access token. Scoped; every tenant query filters on it.</summary>
public sealed class CurrentWorkspace
{
    private CurrentWorkspace(Guid id) => Id = id;

    /// <summary>The workspace's id.</summary>
    public Guid Id { get; }

    /// <summary>Reads the workspace from a validated token's principal; throws where there is none.</summary>
    public static CurrentWorkspace From(ClaimsPrincipal? principal) => new(ClaimReader.RequiredId(principal, TokenClaims.Workspace));
}
