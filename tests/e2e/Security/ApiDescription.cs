using System.Net.Http.Json;
using System.Text.Json;

namespace SocialSelling.E2E.Tests.Security;

/// <summary>What all services of the running suite offer.</summary>
internal sealed class ApiDescription
{
    private readonly Dictionary<string, JsonElement> documents = [];

    public IReadOnlyList<ApiOperation> Operations { get; private set; } = [];

    public static async Task<ApiDescription> ReadAsync(CancellationToken ct)
    {
        var api = new ApiDescription();
        using var http = new HttpClient();
        foreach (var service in StackFixture.Services)
        {
            api.documents[service] = await http.GetFromJsonAsync<JsonElement>(new Uri(StackFixture.AddressOf(service), "/openapi/v1.json"), ct);
        }

        api.Operations = [.. api.documents.SelectMany(document => ApiOperation.Read(document.Key, document.Value))];
        return api;
    }

    /// <summary>A JSON body that has every required member in the right form, or null where the operation takes no JSON.</summary>
    public HttpContent? SampleBody(ApiOperation operation) =>
        operation.Declaration.TryGetProperty("requestBody", out var body)
        && body.GetProperty("content").TryGetProperty("application/json", out var json)
            ? JsonContent.Create(new SampleJson(documents[operation.Service]).Of(json.GetProperty("schema")))
            : null;
}
