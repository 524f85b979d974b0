using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using SocialSelling.ServiceDefaults.Sealing;

namespace SocialSelling.ServiceDefaults.Tests.Sealing;

public sealed class SecretSealerTests
{
    private const string Context = "account:1:access_token";
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes("IGAA-token");
    private readonly SealingOptions options = Options("2026-01");

    [Fact]
    public void Open_SameContext_GivesTheSecretBack()
    {
        var sealedSecret = Sealer().Seal(Secret, Context);

        Assert.Equal(Secret, Sealer().Open(sealedSecret, Context));
        Assert.Equal("2026-01", sealedSecret.KeyId);
        Assert.Equal(12 + Secret.Length + 16, sealedSecret.Bytes.Length);
    }

    [Fact]
    public void Seal_Twice_NeverTheSameBytes() => Assert.NotEqual(Sealer().Seal(Secret, Context).Bytes, Sealer().Seal(Secret, Context).Bytes);

    [Fact]
    public void Open_AnotherRow_Fails()
    {
        var sealedSecret = Sealer().Seal(Secret, Context);

        Assert.ThrowsAny<CryptographicException>(() => Sealer().Open(sealedSecret, "account:2:access_token"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(14)]
    [InlineData(37)]
    public void Open_OneBitChanged_Fails(int position)
    {
        var sealedSecret = Sealer().Seal(Secret, Context);
        sealedSecret.Bytes[position] ^= 1;

        Assert.ThrowsAny<CryptographicException>(() => Sealer().Open(sealedSecret, Context));
    }

    [Fact]
    public void Open_UnknownKeyOrTooShort_Fails()
    {
        var sealedSecret = Sealer().Seal(Secret, Context);

        Assert.ThrowsAny<CryptographicException>(() => Sealer().Open(sealedSecret with { KeyId = "lost" }, Context));
        Assert.ThrowsAny<CryptographicException>(() => Sealer().Open(sealedSecret with { Bytes = new byte[5] }, Context));
    }

    [Fact]
    public void Open_AfterRotation_TheOldKeyStillOpens()
    {
        var old = Sealer().Seal(Secret, Context);
        options.Keys["2027-01"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        options.ActiveKey = "2027-01";

        Assert.Equal(Secret, Sealer().Open(old, Context));
        Assert.Equal("2027-01", Sealer().Seal(Secret, Context).KeyId);
    }

    [Theory]
    [InlineData("change-me")]
    [InlineData("")]
    [InlineData("c2hvcnQ=")]
    public void Validate_NoRealKey_Refused(string key)
    {
        options.Keys["2026-01"] = key;

        Assert.True(new SealingOptionsValidator().Validate(null, options).Failed);
    }

    [Fact]
    public void Validate_ActiveKeyNotListed_Refused() => Assert.True(new SealingOptionsValidator().Validate(null, new SealingOptions { ActiveKey = "x" }).Failed);

    private static SealingOptions Options(string key) =>
        new() { ActiveKey = key, Keys = { [key] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) } };

    private SecretSealer Sealer() => new(new OptionsWrapper<SealingOptions>(options));
}
