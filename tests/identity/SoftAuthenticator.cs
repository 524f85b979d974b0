using System.Buffers.Binary;
using System.Buffers.Text;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SocialSelling.Identity.Tests;

/// <summary>A WebAuthn authenticator with one ES256 key, and the browser around it.</summary>
internal sealed class SoftAuthenticator : IDisposable
{
    private const byte UserPresent = 1;
    private const byte UserVerified = 4;
    private const byte HasCredential = 64;

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] credentialId = RandomNumberGenerator.GetBytes(32);
    private string userHandle = "";

    public string Origin { get; init; } = "https://suite.test";

    public string RelyingParty { get; init; } = "suite.test";

    public bool VerifiesUser { get; init; } = true;

    /// <summary>Zero as with synced passkeys, which do not count.</summary>
    public uint SignCount { get; set; }

    /// <summary>The answer to creation options.</summary>
    public JsonElement Create(JsonElement options)
    {
        userHandle = options.GetProperty("user").GetProperty("id").GetString()!;
        var clientData = ClientData("webauthn.create", options);
        return Credential(new
        {
            clientDataJSON = Encode(clientData),
            attestationObject = Encode(AttestationObject()),
            transports = (string[])["internal"],
        });
    }

    /// <summary>The answer to request options.</summary>
    public JsonElement Sign(JsonElement options)
    {
        var clientData = ClientData("webauthn.get", options);
        var authenticatorData = AuthenticatorData(attested: false);
        byte[] signed = [.. authenticatorData, .. SHA256.HashData(clientData)];
        return Credential(new
        {
            clientDataJSON = Encode(clientData),
            authenticatorData = Encode(authenticatorData),
            signature = Encode(key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
            userHandle,
        });
    }

    public void Dispose() => key.Dispose();

    private JsonElement Credential(object response) => JsonSerializer.SerializeToElement(new
    {
        id = Encode(credentialId),
        rawId = Encode(credentialId),
        type = "public-key",
        authenticatorAttachment = "platform",
        clientExtensionResults = new { },
        response,
    });

    private byte[] ClientData(string type, JsonElement options) => JsonSerializer.SerializeToUtf8Bytes(
        new { type, challenge = options.GetProperty("challenge").GetString(), origin = Origin, crossOrigin = false });

    private byte[] AttestationObject()
    {
        var writer = new CborWriter(CborConformanceMode.Ctap2Canonical);
        writer.WriteStartMap(3);
        writer.WriteTextString("fmt");
        writer.WriteTextString("none");
        writer.WriteTextString("attStmt");
        writer.WriteStartMap(0);
        writer.WriteEndMap();
        writer.WriteTextString("authData");
        writer.WriteByteString(AuthenticatorData(attested: true));
        writer.WriteEndMap();
        return writer.Encode();
    }

    private byte[] AuthenticatorData(bool attested)
    {
        var flags = (byte)(UserPresent | (VerifiesUser ? UserVerified : 0) | (attested ? HasCredential : 0));
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, SignCount);
        byte[] start = [.. SHA256.HashData(Encoding.ASCII.GetBytes(RelyingParty)), flags, .. count];
        return attested ? [.. start, .. new byte[16], 0, (byte)credentialId.Length, .. credentialId, .. PublicKey()] : start;
    }

    private byte[] PublicKey()
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var writer = new CborWriter(CborConformanceMode.Ctap2Canonical);
        writer.WriteStartMap(5);
        foreach (var (label, value) in (ReadOnlySpan<(int, int)>)[(1, 2), (3, -7), (-1, 1)])
        {
            writer.WriteInt32(label);
            writer.WriteInt32(value);
        }

        writer.WriteInt32(-2);
        writer.WriteByteString(point.X!);
        writer.WriteInt32(-3);
        writer.WriteByteString(point.Y!);
        writer.WriteEndMap();
        return writer.Encode();
    }

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
