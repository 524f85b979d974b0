using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SocialSelling.ServiceDefaults.Passwords;

internal static class Bcrypt
{
    private const int HashLength = 60;
    private const int MaxBytes = 72;
    private static readonly SemaphoreSlim Slots = new(Environment.ProcessorCount, Environment.ProcessorCount);

    public static string Hash(string password, string setting)
    {
        Slots.Wait();
        try
        {
            return LibCrypt.Hash(Fit(password), setting);
        }
        finally
        {
            Slots.Release();
        }
    }

    public static bool TryReadCost(string hash, out int cost)
    {
        cost = 0;
        return hash.Length == HashLength
            && hash[..4] is "$2a$" or "$2b$" or "$2y$"
            && hash[6] == '$'
            && int.TryParse(hash.AsSpan(4, 2), NumberStyles.None, CultureInfo.InvariantCulture, out cost);
    }

    /// <summary>bcrypt reads 72 bytes and stops at a zero byte: anything else is hashed first.</summary>
    private static string Fit(string password)
    {
        var bytes = Encoding.UTF8.GetBytes(password);
        return bytes.Length <= MaxBytes && !bytes.AsSpan().Contains((byte)0) ? password : Convert.ToBase64String(SHA384.HashData(bytes));
    }
}
