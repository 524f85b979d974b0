namespace SocialSelling.Testing;

/// <summary>Access tokens as identity issues them, signed by the tests' authority.</summary>
public static class TestTokens
{
    /// <summary>The <c>iss</c> of the tokens.</summary>
    public const string Issuer = "https://identity.test";

    /// <summary>The <c>aud</c> of the tokens.</summary>
    public const string Audience = "socialselling";

    /// <summary>A user's token of one hour, with a session of its own.</summary>
    public static string Create(Guid userId, Guid workspaceId, params string[] permissions) =>
        Create(userId, workspaceId, Guid.CreateVersion7(), TimeSpan.FromHours(1), permissions);

    /// <summary>A user's token of a given session; a negative lifetime makes an expired one.</summary>
    public static string Create(Guid userId, Guid workspaceId, Guid sessionId, TimeSpan lifetime, params string[] permissions) =>
        Sign(lifetime, Claims(userId, workspaceId, sessionId, permissions));

    private static Dictionary<string, object> Claims(Guid userId, Guid workspaceId, Guid sessionId, string[] permissions) => new()
    {
        ["sub"] = userId,
        ["email"] = $"{userId:N}@example.org",
        ["sessionId"] = sessionId,
        ["tokenVersion"] = 1,
        ["plan"] = "ENTERPRISE",
        ["workspace"] = workspaceId,
        ["permissions"] = permissions,
    };

    /// <summary>A user's token that sees these accounts only, or of a workspace on another plan.</summary>
    public static string Create(Guid userId, Guid workspaceId, string plan, IReadOnlyList<Guid>? accounts, params string[] permissions)
    {
        var claims = Claims(userId, workspaceId, Guid.CreateVersion7(), permissions);
        claims["plan"] = plan;
        if (accounts is not null) claims["accounts"] = accounts;
        return Sign(TimeSpan.FromHours(1), claims);
    }

    /// <summary>A client-credentials token with scope <c>internal</c>.</summary>
    public static string CreateInternal(string clientId = "test") =>
        Sign(TimeSpan.FromHours(1), new() { ["sub"] = clientId, ["client_id"] = clientId, ["scope"] = "internal" });

    private static string Sign(TimeSpan lifetime, Dictionary<string, object> claims)
    {
        var expires = DateTimeOffset.UtcNow.Add(lifetime);
        var issued = lifetime > TimeSpan.Zero ? DateTimeOffset.UtcNow : expires.AddHours(-1);
        claims["iss"] = Issuer;
        claims["aud"] = Audience;
        claims["iat"] = issued.ToUnixTimeSeconds();
        claims["nbf"] = issued.ToUnixTimeSeconds();
        claims["exp"] = expires.ToUnixTimeSeconds();
        claims["jti"] = Guid.CreateVersion7();
        return TestKey.Sign(claims);
    }
}
