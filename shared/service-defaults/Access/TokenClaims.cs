namespace SocialSelling.ServiceDefaults.Access;

/// <summary>Names of the claims in an access token; they reach the code as they stand in the token.</summary>
public static class TokenClaims
{
    /// <summary>The user's id, or the client's id in a client-credentials token.</summary>
    public const string Subject = "sub";

    /// <summary>The user's e-mail address.</summary>
    public const string Email = "email";

    /// <summary>The session the token belongs to.</summary>
    public const string SessionId = "sessionId";

    /// <summary>The workspace the token acts in.</summary>
    public const string Workspace = "workspace";

    /// <summary>The permissions, one claim each.</summary>
    public const string Permissions = "permissions";

    /// <summary>OAuth scopes, separated by blanks.</summary>
    public const string Scope = "scope";

    /// <summary>The OAuth client of a client-credentials token.</summary>
    public const string ClientId = "client_id";
}
