namespace SocialSelling.Identity.Domain;

/// <summary>RFC 4648 without padding: the form in which authenticator apps take a secret.</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsADigit = 5;

    /// <summary>Whole groups of five bytes only.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length % BitsADigit, 0);
        var digits = new char[bytes.Length * 8 / BitsADigit];
        for (int i = 0, bits = 0, held = 0, next = 0; i < digits.Length; i++)
        {
            if (held < BitsADigit)
            {
                bits = ((bits << 8) | bytes[next++]) & 0xFFFF;
                held += 8;
            }

            held -= BitsADigit;
            digits[i] = Alphabet[(bits >> held) & 31];
        }

        return new(digits);
    }
}
