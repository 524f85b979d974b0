using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace SocialSelling.Messaging.Tests;

/// <summary>Requests as a client makes them, answers as it sees them.</summary>
internal static class HttpJson
{
    public static Task<JsonElement> JsonAsync(this HttpClient client, string address) =>
        client.GetFromJsonAsync<JsonElement>(address, TestContext.Current.CancellationToken);

    public static Task<HttpResponseMessage> FetchAsync(this HttpClient client, string address) =>
        client.GetAsync(address, TestContext.Current.CancellationToken);

    public static Task<HttpResponseMessage> PostJsonAsync(this HttpClient client, string address, object body) =>
        client.PostAsJsonAsync(address, body, TestContext.Current.CancellationToken);

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStreamAsync()).RootElement;

    public static async Task RefusedAsync(this Task<HttpResponseMessage> request, HttpStatusCode status, string code)
    {
        using var response = await request;
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, (await response.JsonAsync()).Text("code"));
    }

    public static string? Text(this JsonElement element, string property) => element.GetProperty(property).GetString();

    public static Guid Id(this JsonElement element) => element.GetProperty("id").GetGuid();

    public static JsonElement[] Data(this JsonElement list) => [.. list.GetProperty("data").EnumerateArray()];

    /// <summary>All items of a feed, by following its links; and how many requests that took.</summary>
    public static async Task<(List<JsonElement> Items, int Requests)> FollowAsync(this HttpClient client, string? address)
    {
        var items = new List<JsonElement>();
        var requests = 0;
        for (; address is not null; requests++)
        {
            var page = await client.JsonAsync(address);
            items.AddRange(page.Data());
            address = page.GetProperty("links").Text("next");
        }

        return (items, requests);
    }
}
