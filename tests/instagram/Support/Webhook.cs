using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using SocialSelling.Testing.Meta;

namespace SocialSelling.Instagram.Tests.Support;

/// <summary>Webhooks made by hand.</summary>
internal static class Webhook
{
    public static Task<HttpResponseMessage> PostAsync(this InstagramFactory factory, string body, string? secret = SimulatorHost.AppSecret) =>
        factory.PostAsync(Encoding.UTF8.GetBytes(body), secret);

    public static async Task<HttpResponseMessage> PostAsync(this InstagramFactory factory, byte[] body, string? secret = SimulatorHost.AppSecret)
    {
        using var client = factory.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, factory.WebhookAddress) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (secret is not null)
        {
            request.Headers.Add("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body)));
        }

        return await client.SendAsync(request);
    }

    public static string Message(string mid, string text, string sender = "880011") =>
        $$$"""{"sender":{"id":"{{{sender}}}"},"recipient":{"id":"1"},"timestamp":1795000000001,"message":{"mid":"{{{mid}}}","text":"{{{text}}}"}}""";

    public static string Entry(string accountId, params string[] messaging) =>
        $$"""{"id":"{{accountId}}","time":1795000000123,"messaging":[{{string.Join(',', messaging)}}]}""";

    public static string Body(params string[] entries) => $$"""{"object":"instagram","entry":[{{string.Join(',', entries)}}]}""";

    public static string NewMid() => $"mid-{Guid.CreateVersion7():N}";
}
