using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SocialSelling.Identity.Features.Auth;

namespace SocialSelling.Identity.Tests;

public sealed class MeTests(IdentityFactory factory)
{
    private readonly HttpClient client = factory.CreateClient();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Me_OwnToken_AnswersTheUser()
    {
        var person = await Person.RegisterAsync(client);

        using var response = await person.SendAsync(HttpMethod.Get, "/api/v1/auth/me");

        Assert.Equal(person.Registered.User, await response.Content.ReadFromJsonAsync<UserResponse>(Token));
    }

    [Theory]
    [InlineData("GET", "/api/v1/auth/me")]
    [InlineData("POST", "/api/v1/auth/logout")]
    [InlineData("GET", "/api/v1/workspaces")]
    public async Task Endpoint_WithoutToken_Refuses(string method, string path)
    {
        using var response = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path), Token);

        await Problem.AssertAsync(response, HttpStatusCode.Unauthorized, "AUTH_005");
    }

    [Theory]
    [InlineData("GET", "/api/v1/auth/me")]
    [InlineData("POST", "/api/v1/auth/logout")]
    [InlineData("GET", "/api/v1/workspaces")]
    public async Task Endpoint_WithAServicesToken_Refuses(string method, string path)
    {
        using var response = await Person.SendAsync(client, new HttpMethod(method), path, await ConnectTests.TokenAsync(client));

        await Problem.AssertAsync(response, HttpStatusCode.Forbidden, "USER_002");
    }

    [Fact]
    public async Task Me_TokenOfAnotherKey_Refuses()
    {
        using var response = await Person.SendAsync(
            client, HttpMethod.Get, "/api/v1/auth/me", Testing.TestTokens.Create(Guid.CreateVersion7(), Guid.CreateVersion7()));

        await Problem.AssertAsync(response, HttpStatusCode.Unauthorized, "AUTH_005");
    }

    [Fact]
    public async Task Workspaces_OwnToken_ListsOnlyTheUsersOwn()
    {
        await Person.RegisterAsync(client);
        var person = await Person.RegisterAsync(client);

        using var response = await person.SendAsync(HttpMethod.Get, "/api/v1/workspaces?sort=-name&perPage=5");
        var list = await response.Content.ReadFromJsonAsync<JsonElement>(Token);

        var workspace = Assert.Single(list.GetProperty("data").EnumerateArray());
        Assert.Equal(Jwt.Payload(person.Registered.AccessToken).GetProperty("workspace").GetGuid(), workspace.GetProperty("id").GetGuid());
        Assert.Equal(("Ann Lee", "owner"), (workspace.GetProperty("name").GetString(), workspace.GetProperty("role").GetString()));
        Assert.Equal(1, list.GetProperty("meta").GetProperty("total").GetInt32());
    }
}
