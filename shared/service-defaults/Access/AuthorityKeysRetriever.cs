using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace SocialSelling.ServiceDefaults.Access;

/// <summary>
/// Fetches identity's signing keys by its discovery document. The document names the address the outside sees; the keys are taken from the
/// same path at the address inside, so that a service needs no way through the proxy.
/// </summary>
internal sealed class AuthorityKeysRetriever : IConfigurationRetriever<OpenIdConnectConfiguration>
{
    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(string address, IDocumentRetriever retriever, CancellationToken cancel)
    {
        var discovery = new OpenIdConnectConfiguration(await retriever.GetDocumentAsync(address, cancel));
        var keysAddress = new Uri(new Uri(address), new Uri(discovery.JwksUri).PathAndQuery);
        var keys = new JsonWebKeySet(await retriever.GetDocumentAsync(keysAddress.AbsoluteUri, cancel));
        var configuration = new OpenIdConnectConfiguration { JsonWebKeySet = keys };
        foreach (var key in keys.GetSigningKeys())
        {
            configuration.SigningKeys.Add(key);
        }

        return configuration;
    }
}
