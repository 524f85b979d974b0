using System.Security.Claims;

namespace SocialSelling.ServiceDefaults.Access;

/// <summary>The user the request acts for, from the access token. Scoped.</summary>
public sealed class CurrentUser
{
    private CurrentUser(Guid id, string email, Guid sessionId)
    {
        Id = id;
        Email = email;
        SessionId = sessionId;
    }

    /// <summary>The user's id.</summary>
    public Guid Id { get; }

    /// <summary>The user's e-mail address.</summary>
    public string Email { get; }

    /// <summary>The session of the access token.</summary>
    public Guid SessionId { get; }

    /// <summary>Reads the user from a validated token's principal; throws where there is none.</summary>
    public static CurrentUser From(ClaimsPrincipal? principal) => new(
        ClaimReader.RequiredId(principal, TokenClaims.Subject),
        principal?.FindFirst(TokenClaims.Email)?.Value ?? string.Empty,
        ClaimReader.RequiredId(principal, TokenClaims.SessionId));
}
