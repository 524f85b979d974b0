using System.Net.Http.Json;
using System.Text.Json;

namespace SocialSelling.Accounts.Tests.Support;

internal static class JsonAnswer
{
    public static Task<JsonElement> JsonAsync(this HttpResponseMessage response) => response.Content.ReadFromJsonAsync<JsonElement>();

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
