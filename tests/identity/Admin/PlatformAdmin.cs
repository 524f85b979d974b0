using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Identity.Data;

namespace SocialSelling.Identity.Tests.Admin;

/// <summary>Somebody who runs the installation, freshly logged in.</summary>
internal sealed class PlatformAdmin(HttpClient client, Guid id) : IDisposable
{
    public Guid Id => id;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<PlatformAdmin> CreateAsync(IdentityFactory factory)
    {
        var person = await Person.RegisterAsync(factory.CreateClient());
        await factory.InScopeAsync(services => services.GetRequiredService<IdentityDbContext>().Users
            .Where(user => user.Id == person.Registered.User.Id).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsPlatformAdmin, true), Token));
        using var login = await person.LoginAsync(Person.Password);
        var client = factory.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await Person.ReadAsync(login)).AccessToken);
        return new(client, person.Registered.User.Id);
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null) =>
        client.SendAsync(new HttpRequestMessage(method, $"/api/v1/admin/{path}") { Content = body is null ? null : JsonContent.Create(body) }, Token);

    public async Task<JsonElement> ReadAsync(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Token));
        return await response.Content.ReadFromJsonAsync<JsonElement>(Token);
    }

    public Task<HttpResponseMessage> PatchAsync(Guid user, object body) => SendAsync(HttpMethod.Patch, $"users/{user}", body);

    public void Dispose() => client.Dispose();
}
