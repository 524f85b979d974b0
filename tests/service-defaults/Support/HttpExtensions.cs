using System.Net.Http.Headers;
using System.Text.Json;

namespace SocialSelling.ServiceDefaults.Tests.Support;

public static class HttpExtensions
{
    public static Task<HttpResponseMessage> GetAsync(this HttpClient client, string path, string token) =>
        client.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } },
            TestContext.Current.CancellationToken);

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

    public static async Task<string?> CodeAsync(this HttpResponseMessage response) =>
        (await response.JsonAsync()).GetProperty("code").GetString();
}
