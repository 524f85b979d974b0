using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;

namespace SocialSelling.ServiceDefaults.Hosting;

/// <summary>
/// The client's address, as the gateway in front of a service says. Only neighbours on loopback and private networks are believed, and of a
/// list only its last entry, the one that the gateway itself has seen: what a client claims about its address never counts.
/// </summary>
internal static class ForwardedAddress
{
    private static readonly string[] PrivateNetworks = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"];

    public static ForwardedHeadersOptions Options { get; } = Create();

    private static ForwardedHeadersOptions Create()
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = 1 };
        foreach (var network in PrivateNetworks)
        {
            options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        }

        return options;
    }
}
