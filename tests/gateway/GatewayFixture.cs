namespace SocialSelling.Gateway.Tests;

/// <summary>One gateway for all tests of a class: stopping one takes a second.</summary>
public class GatewayFixture : IAsyncLifetime
{
    public GatewayHost Gateway { get; private set; } = null!;

    protected virtual Dictionary<string, string> Settings => [];

    public async ValueTask InitializeAsync() => Gateway = await GatewayHost.StartAsync(Settings);

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        GC.SuppressFinalize(this);
    }
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
