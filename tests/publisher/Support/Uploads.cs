using System.Net.Http.Headers;
using Xunit;

namespace SocialSelling.Publisher.Tests.Support;

internal static class Uploads
{
    public static async Task<HttpResponseMessage> SendAsync(
        HttpClient http, byte[] bytes, string? altText = null, string name = "picture.jpg", string type = "application/octet-stream", string? key = null)
    {
        var file = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        using var form = new MultipartFormDataContent { { file, "file", name } };
        if (altText is not null) form.Add(new StringContent(altText), "altText");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/media") { Content = form };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
