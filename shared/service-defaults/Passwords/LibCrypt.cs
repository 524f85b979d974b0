using System.Runtime.InteropServices;
using System.Text;

namespace SocialSelling.ServiceDefaults.Passwords;

/// <summary>libxcrypt's bcrypt, thread-safe calls only.</summary>
internal static partial class LibCrypt
{
    private const int DataSize = 32768;
    private const int SettingSize = 192;

    public static string Hash(string key, string setting)
    {
        var data = Marshal.AllocHGlobal(DataSize);
        try
        {
            unsafe
            {
                new Span<byte>((void*)data, DataSize).Clear();
            }

            return Checked(Marshal.PtrToStringUTF8(Crypt(key, setting, data)));
        }
        finally
        {
            unsafe
            {
                new Span<byte>((void*)data, DataSize).Clear();
            }

            Marshal.FreeHGlobal(data);
        }
    }

    public static string NewSetting(int cost, ReadOnlySpan<byte> random)
    {
        Span<byte> output = stackalloc byte[SettingSize];
        if (GenerateSalt("$2b$", (ulong)cost, random, random.Length, output, output.Length) == 0)
        {
            throw new InvalidOperationException("libcrypt cannot make a bcrypt setting.");
        }

        return Checked(Encoding.ASCII.GetString(output[..output.IndexOf((byte)0)]));
    }

    private static string Checked(string? result) =>
        result is null || result.StartsWith('*') ? throw new InvalidOperationException("libcrypt refused to hash.") : result;

    [LibraryImport("libcrypt.so.1", EntryPoint = "crypt_r", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Crypt(string phrase, string setting, nint data);

    [LibraryImport("libcrypt.so.1", EntryPoint = "crypt_gensalt_rn", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint GenerateSalt(string prefix, ulong count, ReadOnlySpan<byte> random, int randomSize, Span<byte> output, int outputSize);
}
