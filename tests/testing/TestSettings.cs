using System.Security.Cryptography;

namespace SocialSelling.Testing;

/// <summary>The configuration every service gets in tests; secrets are new in each process.</summary>
internal static class TestSettings
{
    private static readonly string SigningKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private static readonly string SealingKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public static Dictionary<string, string> Create(TestDatabase database, Uri authority, string objects) => new()
    {
        ["ConnectionStrings:Database"] = database.ConnectionString,
        ["Redis:Endpoint"] = TestEnvironment.RedisEndpoint,
        ["Redis:Password"] = TestEnvironment.RedisPassword,
        ["RabbitMq:Uri"] = TestEnvironment.RabbitMq.OriginalString,
        ["Auth:Authority"] = authority.AbsoluteUri,
        ["Auth:Issuer"] = TestTokens.Issuer,
        ["Auth:Audience"] = TestTokens.Audience,
        ["Auth:ClientId"] = database.Schema,
        ["Auth:ClientSecret"] = SigningKey,
        ["Public:BaseUrl"] = "https://suite.test",
        ["Telemetry:OtlpEndpoint"] = "",
        ["ObjectStore:Provider"] = "FileSystem",
        ["ObjectStore:Root"] = objects,
        ["ObjectStore:SigningKey"] = SigningKey,
        ["ObjectStore:PublicBaseUrl"] = "https://suite.test",
        ["Meta:AppId"] = "1234567890",
        ["Meta:AppSecret"] = SigningKey,
        ["Meta:WebhookVerifyToken"] = SealingKey,
        ["Logging:LogLevel:Default"] = "Warning",
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning",
        ["Sealing:ActiveKey"] = "test",
        ["Sealing:Keys:test"] = SealingKey,
    };
}
