using System.Security.Claims;

namespace SocialSelling.ServiceDefaults.Access;

/// <summary>The workspace the request acts in, from the access token. Scoped; every tenant query filters on it.</summary>
public sealed class CurrentWorkspace
{
    private CurrentWorkspace(Guid id, AccountScope accounts, string plan)
    {
        Id = id;
        Accounts = accounts;
        Plan = plan;
    }

    /// <summary>The workspace's id.</summary>
    public Guid Id { get; }

    /// <summary>The client accounts that the caller may see; every query below an account filters on it too.</summary>
    public AccountScope Accounts { get; }

    /// <summary>The subscription tier of the workspace's owner, such as <c>FREE</c>: what <c>PlanLimits</c> goes by.</summary>
    public string Plan { get; }

    /// <summary>Reads the workspace from a validated token's principal; throws where there is none.</summary>
    public static CurrentWorkspace From(ClaimsPrincipal? principal) => new(
        ClaimReader.RequiredId(principal, TokenClaims.Workspace),
        AccountScope.From(principal),
        principal?.FindFirst(TokenClaims.Plan)?.Value ?? "FREE");
}
