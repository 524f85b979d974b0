using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Options;

namespace SocialSelling.Identity.Features.Connect;

/// <summary>The OAuth clients of the configuration, their secrets as hashes.</summary>
internal sealed class ClientCatalogue(IOptions<ClientCatalogueOptions> options)
{
    private static readonly Client Unknown = new("", Hash(RandomNumberGenerator.GetHexString(32)), FrozenSet<string>.Empty);

    private readonly FrozenDictionary<string, Client> clients = options.Value.Clients.ToFrozenDictionary(
        client => client.Key,
        client => new Client(client.Key, Convert.FromHexString(client.Value.SecretHash), ScopesOf(client.Value)),
        StringComparer.Ordinal);

    /// <summary>The client whose secret this is, or null; an unknown client costs as much time as a wrong secret.</summary>
    public Client? Authenticate(ClientCredentials credentials)
    {
        var client = clients.GetValueOrDefault(credentials.ClientId, Unknown);
        return CryptographicOperations.FixedTimeEquals(client.SecretHash, Hash(credentials.Secret)) ? client : null;
    }

    private static FrozenSet<string> ScopesOf(ClientOptions client) => client.Scope.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    internal sealed record Client(string Id, byte[] SecretHash, FrozenSet<string> Scopes);
}
