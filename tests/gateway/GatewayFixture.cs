namespace SocialSelling.Gateway.Tests;

/// <summary>One gateway for all tests of a class: stopping one takes a second.</summary>
public class GatewayFixture : IAsyncLifetime
{
    public GatewayHost Gateway { get; private set; } = null!;

    protected virtual Dictionary<string, string> Settings => [];

    public virtual async ValueTask InitializeAsync() => Gateway = await GatewayHost.StartAsync(Settings);

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>With an identity that knows API keys.</summary>
public sealed class ApiKeyFixture : GatewayFixture
{
    public KeyDesk Desk { get; } = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Gateway["Identity"].Answer = Desk.AnswerAsync;
    }
}

/// <summary>With the limits of credentials that hold in production.</summary>
public sealed class LimitedGatewayFixture : GatewayFixture
{
    public static Dictionary<string, string> Limits => new()
    {
        ["RateLimits:Login:Limit"] = "5",
        ["RateLimits:Register:Limit"] = "3",
        ["RateLimits:PasswordReset:Limit"] = "3",
        ["RateLimits:Verification:Limit"] = "3",
    };

    protected override Dictionary<string, string> Settings => Limits;
}

/// <summary>With limits that a test can reach.</summary>
public sealed class StrictGatewayFixture : GatewayFixture
{
    protected override Dictionary<string, string> Settings => new()
    {
        ["Gateway:ActivityTimeout"] = "00:00:01",
        ["Gateway:CorsOrigins:0"] = "https://app.test",
        ["RateLimits:User:Limit"] = "3",
        ["RateLimits:User:Window"] = "01:00:00",
    };
}
