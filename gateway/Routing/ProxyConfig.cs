using Microsoft.Extensions.Options;
using SocialSelling.Gateway.Options;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;

namespace SocialSelling.Gateway.Routing;

/// <summary>Makes YARP's routes and clusters from the table and the addresses in <c>Services:*</c>.</summary>
internal sealed class ProxyConfig(IConfiguration configuration, IOptions<GatewayOptions> options)
{
    private const string Base = "/api/v1";
    private const string Alias = "/api";

    public InMemoryConfigProvider Build() => new([.. RouteTable.Entries.SelectMany(Routes)], [.. RouteTable.Services.Select(Cluster)]);

    private IEnumerable<RouteConfig> Routes(RouteEntry entry)
    {
        if (entry.Path[0] == '/')
        {
            yield return Route(entry, entry.Path, transforms: null);
            yield break;
        }

        yield return Route(entry, $"{Base}/{entry.Path}", transforms: null);
        yield return Route(
            entry,
            $"{Alias}/{entry.Path}",
            [new Dictionary<string, string> { ["PathRemovePrefix"] = Alias }, new Dictionary<string, string> { ["PathPrefix"] = Base }]);
    }

    private RouteConfig Route(RouteEntry entry, string path, IReadOnlyList<IReadOnlyDictionary<string, string>>? transforms) => new()
    {
        RouteId = path,
        ClusterId = entry.Service,
        Match = new RouteMatch { Path = path },
        AuthorizationPolicy = entry.Anonymous ? "anonymous" : "default",
        MaxRequestBodySize = entry.Kind == RouteKind.Upload ? options.Value.MaxUploadBytes : null,
        Metadata = new Dictionary<string, string> { [nameof(RouteKind)] = entry.Kind.ToString() },
        Transforms = transforms,
    };

    private ClusterConfig Cluster(string service) => new()
    {
        ClusterId = service,
        Destinations = new Dictionary<string, DestinationConfig> { [service] = new() { Address = Address(service) } },
        HttpRequest = new ForwarderRequestConfig { ActivityTimeout = options.Value.ActivityTimeout, Version = System.Net.HttpVersion.Version11 },
    };

    private string Address(string service) => configuration[$"Services:{service}"] is { Length: > 0 } address
        ? address
        : throw new InvalidOperationException($"Services:{service} must be set.");
}
