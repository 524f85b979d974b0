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

    /// <summary>Which issue of the session's tokens this is; older ones than Redis names are refused, see <see cref="SessionGuard"/>.</summary>
    public const string TokenVersion = "tokenVersion";

    /// <summary>The API key that stands behind the token instead of a person; then the subject is the key too.</summary>
    public const string ApiKey = "apiKey";

    /// <summary>The client accounts the caller is confined to, one claim each; without any the whole workspace.</summary>
    public const string Accounts = "accounts";

    /// <summary>The subscription tier of the workspace's owner, such as <c>FREE</c>.</summary>
    public const string Plan = "plan";

    /// <summary>The workspace the token acts in.</summary>
    public const string Workspace = "workspace";

    /// <summary>The permissions, one claim each.</summary>
    public const string Permissions = "permissions";

    /// <summary>OAuth scopes, separated by blanks.</summary>
    public const string Scope = "scope";

    /// <summary>The OAuth client of a client-credentials token.</summary>
    public const string ClientId = "client_id";
}
