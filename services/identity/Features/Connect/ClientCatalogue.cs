using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Options;

namespace SocialSelling.Identity.Features.Connect;

/// <summary>The OAuth clients of the configuration, their secrets as hashes.</summary>
internal sealed class ClientCatalogue(IOptions<ClientCatalogueOptions> options)
{
    private static readonly Client Unknown = new("", new ClientOptions { SecretHash = RandomNumberGenerator.GetHexString(64) });

    private readonly FrozenDictionary<string, Client> clients =
        options.Value.Clients.ToFrozenDictionary(client => client.Key, client => new Client(client.Key, client.Value), StringComparer.Ordinal);

    /// <summary>The client of this name, or null.</summary>
    public Client? Find(string? id) => id is null ? null : clients.GetValueOrDefault(id);

    /// <summary>The client whose secret this is, or null; an unknown client costs as much time as a wrong secret.</summary>
    public Client? Authenticate(ClientCredentials credentials)
    {
        var client = clients.GetValueOrDefault(credentials.ClientId, Unknown);
        return client.Knows(SHA256.HashData(Encoding.UTF8.GetBytes(credentials.Secret))) && client != Unknown ? client : null;
    }
}
