namespace SocialSelling.Testing;

/// <summary>What <c>SOCIALSELLING_S3</c> says: <c>http://key:secret@host:port/bucket</c>, key and secret percent-encoded.</summary>
public sealed record S3Server(string ServiceUrl, string AccessKey, string SecretKey, string Bucket)
{
    internal static S3Server Parse(string text)
    {
        var uri = new Uri(text);
        var user = uri.UserInfo.Split(':', 2);
        return new S3Server(
            $"{uri.Scheme}://{uri.Authority}", Uri.UnescapeDataString(user[0]), Uri.UnescapeDataString(user[1]), uri.AbsolutePath.Trim('/'));
    }
}
