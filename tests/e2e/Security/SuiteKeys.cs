using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Npgsql;
using SocialSelling.ServiceDefaults.Sealing;

namespace SocialSelling.E2E.Tests.Security;

/// <summary>Writes access tokens with the suite's own signing key, read from its database, and wrongly signed ones without it.</summary>
internal sealed class SuiteKeys : IDisposable
{
    private readonly ECDsa key;
    private readonly string keyId;

    private SuiteKeys(ECDsa key, string keyId) => (this.key, this.keyId) = (key, keyId);

    public static async Task<SuiteKeys> OpenAsync(StackFixture stack, CancellationToken ct)
    {
        var sealing = new SealingOptions { ActiveKey = "dev1" };
        sealing.Keys["dev1"] = stack.Secret("sealing-identity");
        await using var source = NpgsqlDataSource.Create(stack.ConnectionStringOf("identity"));
        await using var command = source.CreateCommand(
            "SELECT id, public_x, public_y, sealing_key_id, sealed_private_key FROM identity.signing_keys WHERE activates_at <= now() ORDER BY generation DESC LIMIT 1");
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        var id = row.GetGuid(0);
        var secret = new SealedSecret(row.GetString(3), row.GetFieldValue<byte[]>(4));
        var key = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = row.GetFieldValue<byte[]>(1), Y = row.GetFieldValue<byte[]>(2) },
            D = new SecretSealer(new OptionsWrapper<SealingOptions>(sealing)).Open(secret, $"signing_keys:{id:N}:sealed_private_key"),
        });
        return new SuiteKeys(key, id.ToString("N"));
    }

    /// <summary>The claims of a token, to be changed and signed anew.</summary>
    public static Dictionary<string, object> ClaimsOf(string token) =>
        JsonSerializer.Deserialize<Dictionary<string, object>>(Base64Url.DecodeFromChars(token.Split('.')[1]))!;

    public string Sign(IReadOnlyDictionary<string, object> claims) => Join("ES256", claims, content => key.SignData(content, HashAlgorithmName.SHA256));

    /// <summary>Signed by somebody else's key under our key's name.</summary>
    public string SignWithStrangersKey(IReadOnlyDictionary<string, object> claims)
    {
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Join("ES256", claims, content => stranger.SignData(content, HashAlgorithmName.SHA256));
    }

    public string Unsigned(IReadOnlyDictionary<string, object> claims) => Join("none", claims, _ => []);

    /// <summary>The classic confusion: the public key, which everybody has, taken for an HMAC secret.</summary>
    public string SignWithPublicKeyAsHmac(IReadOnlyDictionary<string, object> claims)
    {
        var secret = Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem());
        return Join("HS256", claims, content => HMACSHA256.HashData(secret, content));
    }

    public void Dispose() => key.Dispose();

    private string Join(string algorithm, IReadOnlyDictionary<string, object> claims, Func<byte[], byte[]> sign)
    {
        var header = Encode(JsonSerializer.SerializeToUtf8Bytes(new { alg = algorithm, typ = "JWT", kid = keyId }));
        var content = $"{header}.{Encode(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        return $"{content}.{Encode(sign(Encoding.ASCII.GetBytes(content)))}";
    }

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
