using System.Text;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Tests;

public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238, appendix B, the last six of the eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Code_VectorsOfTheStandard_AreMet(long seconds, string code) => Assert.Equal(code, Totp.Code(Secret, Totp.StepAt(At(seconds))));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Match_ClockOffBySteps_AllowsOne(int steps, bool accepted)
    {
        var now = At(1111111111);
        var code = Totp.Code(Secret, Totp.StepAt(now) + steps);

        Assert.Equal(accepted ? Totp.StepAt(now) + steps : null, Totp.Match(Secret, code, now, lastStep: 0));
    }

    [Fact]
    public void Match_StepNotAfterTheLast_Refuses()
    {
        var now = At(1234567890);
        var step = Totp.StepAt(now);

        Assert.Null(Totp.Match(Secret, Totp.Code(Secret, step), now, step));
        Assert.Null(Totp.Match(Secret, Totp.Code(Secret, step - 1), now, step));
        Assert.Equal(step + 1, Totp.Match(Secret, Totp.Code(Secret, step + 1), now, step));
    }

    [Theory]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("2870820")]
    [InlineData("٢٨٧٠٨٢")]
    [InlineData("28708\0")]
    public void Match_Rubbish_Refuses(string code) => Assert.Null(Totp.Match(Secret, code, At(59), lastStep: -1));

    [Theory]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("12345678901234567890", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")]
    public void Encode_KnownTexts_AreMet(string text, string digits) => Assert.Equal(digits, Base32.Encode(Encoding.ASCII.GetBytes(text)));

    private static DateTimeOffset At(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);
}
