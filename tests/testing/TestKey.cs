using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SocialSelling.Testing;

/// <summary>The ES256 key of the tests' own authority.</summary>
internal static class TestKey
{
    private const string Id = "test";
    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static object Jwks()
    {
        var point = Key.ExportParameters(includePrivateParameters: false).Q;
        return new { keys = new[] { new { kty = "EC", crv = "P-256", use = "sig", alg = "ES256", kid = Id, x = Encode(point.X!), y = Encode(point.Y!) } } };
    }

    public static string Sign(IReadOnlyDictionary<string, object> claims)
    {
        var header = Encode(JsonSerializer.SerializeToUtf8Bytes(new { alg = "ES256", typ = "JWT", kid = Id }));
        var content = $"{header}.{Encode(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        lock (Key) return $"{content}.{Encode(Key.SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256))}";
    }

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
