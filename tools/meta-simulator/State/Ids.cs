using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SocialSelling.MetaSimulator.State;

/// <summary>Ids in Meta's forms. Those of accounts and people follow from their names, so that they survive a restart of the simulator.</summary>
internal static class Ids
{
    private static long last = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() * 10;

    public static string UserId(string username) => "17841" + Digits("user:" + username, 12);

    public static string AppScopedId(string username) => "27" + Digits("app:" + username, 14);

    public static string Igsid(string accountUserId, string personUsername) => "88" + Digits($"igsid:{accountUserId}:{personUsername}", 14);

    public static string ConversationId(string igsid) => "aWdfZAG06" + Base64Url.EncodeToString(Encoding.ASCII.GetBytes(igsid));

    public static string Mid() => "aWdfZAG1faXRlbT" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));

    public static string Token() => "IGAA" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(90));

    public static string Code() => "AQB" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(60));

    public static string Container() => "17889" + Next();

    public static string Media() => "17920" + Next();

    public static string Shortcode() => "D" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(7))[..9];

    public static string Trace() => "A" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    private static string Next() => Interlocked.Increment(ref last).ToString("D14", CultureInfo.InvariantCulture);

    private static string Digits(string name, int length)
    {
        var number = BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        return number.ToString("D20", CultureInfo.InvariantCulture)[^length..];
    }
}
