using Microsoft.AspNetCore.Identity;
using SocialSelling.ServiceDefaults.Passwords;

namespace SocialSelling.ServiceDefaults.Tests.Passwords;

public sealed class BcryptPasswordHasherTests
{
    private static readonly BcryptPasswordHasher<object> Hasher = new();
    private static readonly object User = new();

    [Fact]
    public void Hash_Verified_OnlyBySamePassword()
    {
        var hash = Hasher.HashPassword(User, "Pässword-1");

        Assert.StartsWith("$2b$12$", hash, StringComparison.Ordinal);
        Assert.Equal(PasswordVerificationResult.Success, Hasher.VerifyHashedPassword(User, hash, "Pässword-1"));
        Assert.Equal(PasswordVerificationResult.Failed, Hasher.VerifyHashedPassword(User, hash, "pässword-1"));
        Assert.NotEqual(hash, Hasher.HashPassword(User, "Pässword-1"));
    }

    /// <summary>Published vectors of other implementations: the original test suite of jBCrypt and of the Openwall library.</summary>
    [Theory]
    [InlineData("abc", "$2a$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i")]
    [InlineData("abcdefghijklmnopqrstuvwxyz", "$2a$06$.rCVZVOThsIa97pEDOxvGuRRgzG64bvtJ0938xuqzv18d3ZpQhstC")]
    [InlineData("U*U", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW")]
    public void Verify_HashOfAnotherImplementation_AcceptedAndToBeRenewed(string password, string hash)
    {
        Assert.Equal(PasswordVerificationResult.SuccessRehashNeeded, Hasher.VerifyHashedPassword(User, hash, password));
        Assert.Equal(PasswordVerificationResult.Failed, Hasher.VerifyHashedPassword(User, hash, password + "x"));
    }

    [Fact]
    public void Verify_PasswordsThatDifferAfter72Bytes_AreDifferent()
    {
        var common = new string('a', 80);
        var hash = Hasher.HashPassword(User, common + "1");

        Assert.Equal(PasswordVerificationResult.Success, Hasher.VerifyHashedPassword(User, hash, common + "1"));
        Assert.Equal(PasswordVerificationResult.Failed, Hasher.VerifyHashedPassword(User, hash, common + "2"));
    }

    [Fact]
    public void Verify_ZeroByteInside_DoesNotCutThePassword()
    {
        var hash = Hasher.HashPassword(User, "abc\0def");

        Assert.Equal(PasswordVerificationResult.Failed, Hasher.VerifyHashedPassword(User, hash, "abc\0xyz"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("*0")]
    [InlineData("$1$plain$md5")]
    [InlineData("AQAAAAIAAYagAAAAE")]
    public void Verify_NoBcryptHash_Failed(string hash) =>
        Assert.Equal(PasswordVerificationResult.Failed, Hasher.VerifyHashedPassword(User, hash, "password"));
}
