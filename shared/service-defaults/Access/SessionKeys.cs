namespace SocialSelling.ServiceDefaults.Access;

/// <summary>The Redis keys of sessions: identity writes them, the gateway looks whether they exist.</summary>
public static class SessionKeys
{
    /// <summary>
    /// The key that exists exactly as long as the session lives. Its value is the oldest <see cref="TokenClaims.TokenVersion"/> that is still
    /// good, as a decimal number.
    /// </summary>
    public static string Of(Guid sessionId) => $"session:{sessionId:N}";
}
