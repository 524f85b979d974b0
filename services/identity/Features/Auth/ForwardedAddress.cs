using Microsoft.AspNetCore.HttpOverrides;

namespace SocialSelling.Identity.Features.Auth;

/// <summary>The client's address, as the gateway in front of us says. Only neighbours on private networks are believed.</summary>
internal static class ForwardedAddress
{
    public static void Configure(ForwardedHeadersOptions options)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
        foreach (var network in (string[])["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"])
        {
            options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        }
    }
}
