using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace SocialSelling.Identity.Tests.Audit;

/// <summary>Somebody who reads the audit log of their own workspace.</summary>
internal sealed class AuditClient(IdentityFactory factory, Person person) : IDisposable
{
    private readonly HttpClient client = Create(factory, person);

    public Guid Workspace { get; } = Jwt.Payload(person.Registered.AccessToken).GetProperty("workspace").GetGuid();

    public Person Person => person;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<AuditClient> CreateAsync(IdentityFactory factory) => new(factory, await Person.RegisterAsync(factory.CreateClient()));

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(new Uri(path, UriKind.Relative), Token);

    public async Task<JsonElement> ReadAsync(string path)
    {
        using var response = await GetAsync(path);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Token));
        return await response.Content.ReadFromJsonAsync<JsonElement>(Token);
    }

    public async Task<string[]> ActionsAsync(string query) =>
        [.. (await ReadAsync($"/api/v1/audit?{query}")).GetProperty("data").EnumerateArray().Select(entry => entry.GetProperty("action").GetString()!)];

    public void Dispose() => client.Dispose();

    private static HttpClient Create(IdentityFactory factory, Person person)
    {
        var client = factory.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", person.Registered.AccessToken);
        return client;
    }
}
