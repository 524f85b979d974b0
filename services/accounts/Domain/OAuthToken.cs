namespace SocialSelling.Accounts.Domain;

/// <summary>The sealed token of one account. The plain token exists in memory only.</summary>
internal sealed class OAuthToken
{
    private OAuthToken()
    {
    }

    public Guid Id { get; private set; }

    public Guid ClientAccountId { get; private set; }

    public byte[] AccessTokenEncrypted { get; private set; } = [];

    /// <summary>Instagram Login has none: its long-lived token renews itself.</summary>
    public byte[]? RefreshTokenEncrypted { get; private set; }

    /// <summary>The master key that sealed this row.</summary>
    public string KeyId { get; private set; } = "";

    public string TokenType { get; private set; } = "";

    public string Scope { get; private set; } = "";

    public DateTimeOffset IssuedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Binds the ciphertext to this row and column, so that it opens nowhere else.</summary>
    public string AccessTokenContext => $"oauth_tokens/{Id:N}/access_token";

    public static OAuthToken Create(Guid clientAccountId) => new() { Id = Guid.CreateVersion7(), ClientAccountId = clientAccountId };

    public void Replace(string keyId, byte[] accessToken, string tokenType, string scope, DateTimeOffset issuedAt, DateTimeOffset expiresAt)
    {
        KeyId = keyId;
        AccessTokenEncrypted = accessToken;
        TokenType = tokenType;
        Scope = scope;
        IssuedAt = issuedAt;
        ExpiresAt = expiresAt;
    }
}
