namespace SocialSelling.Demo;

/// <summary>Where the running stack is. The demo speaks to the gateway and, in Meta's and the customer's place, to the simulator.</summary>
public sealed record DemoAddresses(Uri Gateway, Uri Simulator)
{
    /// <summary>Reads <c>SOCIALSELLING_GATEWAY</c> and <c>SOCIALSELLING_SIMULATOR</c>, with the addresses of <c>./dev up</c> as defaults.</summary>
    public static DemoAddresses FromEnvironment() => new(
        Read("SOCIALSELLING_GATEWAY", "http://127.0.0.1:7100"),
        Read("SOCIALSELLING_SIMULATOR", "http://127.0.0.1:7110"));

    private static Uri Read(string name, string fallback)
    {
        var value = Environment.GetEnvironmentVariable(name);
        return new Uri(string.IsNullOrEmpty(value) ? fallback : value);
    }
}
