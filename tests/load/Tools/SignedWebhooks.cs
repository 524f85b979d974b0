using System.Security.Cryptography;
using System.Text;

namespace SocialSelling.Load.Tools;

/// <summary>Bodies as Meta sends them, signed with the stack's app secret, each with a message id of its own.</summary>
internal sealed class SignedWebhooks(string appSecret, string metaAccount)
{
    public const string Path = "/api/v1/webhooks/instagram";

    private readonly byte[] _key = Encoding.UTF8.GetBytes(appSecret);

    /// <summary>One text message.</summary>
    public (string Body, string Signature) Message(string mid, long person, string text, DateTimeOffset at)
    {
        var time = at.ToUnixTimeMilliseconds();
        var body = $$$"""{"object":"instagram","entry":[{"id":"{{{metaAccount}}}","time":{{{time}}},"messaging":[{"sender":{"id":"{{{person}}}"},"recipient":{"id":"{{{metaAccount}}}"},"timestamp":{{{time}}},"message":{"mid":"{{{mid}}}","text":"{{{text}}}"}}]}]}""";
        return (body, $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(body)))}");
    }

    /// <summary>Request lines for wrk: <paramref name="count"/> messages from <paramref name="people"/> customers.</summary>
    public IEnumerable<string> Lines(string prefix, int count, int people, long firstPerson)
    {
        var now = DateTimeOffset.UtcNow;
        for (var n = 0; n < count; n++)
        {
            var (body, signature) = Message($"{prefix}{n}", firstPerson + (n % people), $"Is number {n} of {prefix} still there?", now.AddMilliseconds(n / 10));
            yield return $"POST {Path} {signature} {body}";
        }
    }
}
