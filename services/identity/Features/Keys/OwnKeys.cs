using System.Buffers.Text;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace SocialSelling.Identity.Features.Keys;

/// <summary>This service checks its own tokens by the keys in memory, not by asking itself over HTTP.</summary>
internal sealed class OwnKeys(SigningKeyRing ring) : IConfigurationManager<OpenIdConnectConfiguration>
{
    private volatile Held? held;

    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        var set = await ring.GetAsync(cancel);
        var current = held;
        if (current is null || current.Set != set)
        {
            held = current = new Held(set, ToConfiguration(set));
        }

        return current.Configuration;
    }

    /// <summary>Called at a key that is not known. Every key is in memory long before it signs, so there is nothing to fetch.</summary>
    public void RequestRefresh()
    {
    }

    private static OpenIdConnectConfiguration ToConfiguration(SigningKeySet set)
    {
        var configuration = new OpenIdConnectConfiguration();
        foreach (var key in set.Published)
        {
            configuration.SigningKeys.Add(ToJsonWebKey(key));
        }

        return configuration;
    }

    private static JsonWebKey ToJsonWebKey(LoadedKey key) => new()
    {
        Kty = JsonWebAlgorithmsKeyTypes.EllipticCurve,
        Crv = JsonWebKeyECTypes.P256,
        Kid = key.Id,
        X = Base64Url.EncodeToString(key.Public.X),
        Y = Base64Url.EncodeToString(key.Public.Y),
    };

    private sealed record Held(SigningKeySet Set, OpenIdConnectConfiguration Configuration);
}
