using System.Security.Claims;

namespace SocialSelling.ServiceDefaults.Access;

/// <summary>Which client accounts of the workspace a caller may see: all, or those named in the token.</summary>
/// <remarks>In a query: <c>row => scope.All || scope.Ids.Contains(row.AccountId)</c>.</remarks>
public sealed class AccountScope
{
    private AccountScope(bool all, IReadOnlyList<Guid> ids)
    {
        All = all;
        Ids = ids;
    }

    /// <summary>Whether the caller sees every account of the workspace.</summary>
    public bool All { get; }

    /// <summary>The accounts of a confined caller; empty for others.</summary>
    public IReadOnlyList<Guid> Ids { get; }

    /// <summary>Whether this account may be seen.</summary>
    public bool Covers(Guid accountId) => All || Ids.Contains(accountId);

    /// <summary>Reads the claims; a confined caller without any account carries the empty id, which no account has.</summary>
    public static AccountScope From(ClaimsPrincipal? principal)
    {
        var ids = principal?.FindAll(TokenClaims.Accounts).Select(claim => Guid.Parse(claim.Value)).ToArray() ?? [];
        return new(ids.Length == 0, ids);
    }
}
