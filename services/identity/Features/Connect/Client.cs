using System.Collections.Frozen;
using System.Security.Cryptography;
using SocialSelling.Identity.Options;

namespace SocialSelling.Identity.Features.Connect;

/// <summary>An OAuth client as the configuration describes it.</summary>
internal sealed class Client
{
    private readonly byte[] secretHash;
    private readonly byte[] nextSecretHash;

    public Client(string id, ClientOptions options)
    {
        Id = id;
        secretHash = Convert.FromHexString(options.SecretHash);
        nextSecretHash = options.NextSecretHash is { Length: > 0 } next ? Convert.FromHexString(next) : secretHash;
        Scopes = GrantTypes.Split(options.Scope).ToFrozenSet(StringComparer.Ordinal);
        Grants = GrantTypes.Split(options.Grants).ToFrozenSet(StringComparer.Ordinal);
        MayIntrospect = options.MayIntrospect;
    }

    public string Id { get; }

    public FrozenSet<string> Scopes { get; }

    public FrozenSet<string> Grants { get; }

    public bool MayIntrospect { get; }

    public bool MayRefresh => Grants.Contains(GrantTypes.RefreshToken);

    /// <summary>Whether this is the hash of one of its secrets; both are compared, whichever it is.</summary>
    public bool Knows(ReadOnlySpan<byte> hash) =>
        CryptographicOperations.FixedTimeEquals(secretHash, hash) | CryptographicOperations.FixedTimeEquals(nextSecretHash, hash);
}
