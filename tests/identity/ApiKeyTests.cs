using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Features.ApiKeys;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Redis;

namespace SocialSelling.Identity.Tests;

public sealed class ApiKeyTests(IdentityFactory factory)
{
    private const string Path = "/api/v1/api-keys";
    private readonly HttpClient client = factory.CreateClient();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_Key_IsShownOnceAndStoredAsAHash()
    {
        var owner = await OwnerAsync();

        using var response = await CreateAsync(owner, new { name = "CRM", scopes = (string[])["posts.read", "posts.read"] });

        var created = (await response.Content.ReadFromJsonAsync<CreateApiKeyResponse>(Token))!;
        Assert.Equal((HttpStatusCode.Created, $"{Path}/{created.ApiKey.Id}"), (response.StatusCode, response.Headers.Location?.ToString()));
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Matches("^ssk_[0-9A-Za-z]{12}_[0-9A-Za-z]{51}$", created.Key);
        Assert.StartsWith(created.ApiKey.Prefix + "_", created.Key, StringComparison.Ordinal);
        Assert.Equal(["posts.read"], created.ApiKey.Scopes);
        var stored = await factory.InScopeAsync(services => services.GetRequiredService<IdentityDbContext>().ApiKeys.SingleAsync(
            key => key.Id == created.ApiKey.Id, Token));
        Assert.Equal(ApiKeyText.Hash(created.Key), stored.Hash);
        using var shown = await owner.SendAsync(HttpMethod.Get, $"{Path}/{created.ApiKey.Id}");
        Assert.DoesNotContain(created.Key, await shown.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "posts.read", null, "name")]
    [InlineData("  ", "posts.read", null, "name")]
    [InlineData("x", "nothing.at-all", null, "scopes")]
    [InlineData("x", "workspaces.delete", null, "scopes")]
    [InlineData("x", "platform.admin", null, "scopes")]
    [InlineData("x", "posts.read", "2020-01-01T00:00:00Z", "expiresAt")]
    public async Task Create_BadField_IsNamed(string name, string scope, string? expiresAt, string field)
    {
        var owner = await OwnerAsync();

        using var response = await CreateAsync(owner, new { name, scopes = (string[])[scope], expiresAt });

        Assert.Contains(field, await Problem.AssertAsync(response, HttpStatusCode.BadRequest, "VALIDATION_001"));
    }

    [Fact]
    public async Task Create_ScopeBeyondOnesOwn_IsForbidden()
    {
        var owner = await OwnerAsync();
        await MakeRoleAsync(owner, "apikeys.manage", "posts.read");

        using var more = await CreateAsync(owner, new { name = "x", scopes = (string[])["posts.manage"] });
        using var equal = await CreateAsync(owner, new { name = "x", scopes = (string[])["posts.read"] });

        await Problem.AssertAsync(more, HttpStatusCode.Forbidden, "USER_002");
        Assert.Equal(HttpStatusCode.Created, equal.StatusCode);
    }

    [Fact]
    public async Task Create_MakerIsConfined_SoIsTheKey()
    {
        var owner = await OwnerAsync();
        var (mine, other) = (Guid.NewGuid(), Guid.NewGuid());
        await factory.Database.ExecuteAsync($"UPDATE identity.workspace_members SET account_ids = ARRAY['{mine}']::uuid[] WHERE user_id = '{owner.Registered.User.Id}'");

        using var refused = await CreateAsync(owner, new { name = "x", scopes = (string[])["posts.read"], accountIds = (Guid[])[mine, other] });
        var key = await CreatedAsync(owner);

        await Problem.AssertAsync(refused, HttpStatusCode.Forbidden, "USER_002");
        Assert.Equal([mine], key.ApiKey.AccountIds);
        var claims = Jwt.Payload((await ExchangedAsync(key.Key))!.AccessToken);
        Assert.Equal(mine, claims.GetProperty("accounts").EnumerateArray().Single().GetGuid());
    }

    [Fact]
    public async Task Create_AddressNotConfirmed_IsForbidden() => await Problem.AssertAsync(
        await CreateAsync(await Person.RegisterAsync(client), new { name = "x", scopes = (string[])["posts.read"] }), HttpStatusCode.Forbidden, "AUTH_007");

    [Fact]
    public async Task Create_LoginOfLongAgo_WantsAStepUp()
    {
        var owner = await OwnerAsync();
        await factory.Database.ExecuteAsync($"UPDATE identity.sessions SET authenticated_at = now() - interval '1 day' WHERE id = '{owner.SessionId}'");

        await Problem.AssertAsync(await CreateAsync(owner, new { name = "x", scopes = (string[])["posts.read"] }), HttpStatusCode.Forbidden, "AUTH_008");
    }

    [Fact]
    public async Task Create_ManyAtOnce_TheLimitHolds()
    {
        var owner = await OwnerAsync();

        var responses = await Task.WhenAll(Enumerable.Range(0, IdentityFactory.ApiKeys + 3)
            .Select(i => CreateAsync(owner, new { name = $"key {i}", scopes = (string[])["posts.read"] })));

        Assert.Equal(IdentityFactory.ApiKeys, responses.Count(response => response.StatusCode == HttpStatusCode.Created));
        await Problem.AssertAsync(responses.First(response => response.StatusCode != HttpStatusCode.Created), HttpStatusCode.Conflict, "APIKEY_002");
    }

    [Fact]
    public async Task Exchange_GoodKey_TokenActsForTheKey()
    {
        var owner = await OwnerAsync();
        var created = await CreatedAsync(owner);

        var token = (await ExchangedAsync(created.Key))!;

        var claims = Jwt.Payload(token.AccessToken);
        Assert.All((string[])["sub", "apiKey", "sessionId"], claim => Assert.Equal(created.ApiKey.Id, claims.GetProperty(claim).GetGuid()));
        Assert.Equal(Jwt.Payload(owner.Registered.AccessToken).GetProperty("workspace").GetGuid(), claims.GetProperty("workspace").GetGuid());
        Assert.Equal(["posts.read"], claims.GetProperty("permissions").EnumerateArray().Select(permission => permission.GetString()));
        Assert.Equal(("FREE", 1), (claims.GetProperty("plan").GetString(), claims.GetProperty("tokenVersion").GetInt32()));
        Assert.False(claims.TryGetProperty("email", out _));
        Assert.Equal(token.ExpiresIn, claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64());
        Assert.Equal("1", await Redis.GetAsync(SessionKeys.Of(created.ApiKey.Id), Token));
        Assert.NotNull((await OneAsync(owner, created.ApiKey.Id)).LastUsedAt);
    }

    [Fact]
    public async Task Exchange_TwiceWithinAMinute_NotesOneUse()
    {
        var owner = await OwnerAsync();
        var created = await CreatedAsync(owner);

        await ExchangedAsync(created.Key);
        var first = (await OneAsync(owner, created.ApiKey.Id)).LastUsedAt;
        await ExchangedAsync(created.Key);

        Assert.Equal(first, (await OneAsync(owner, created.ApiKey.Id)).LastUsedAt);
    }

    [Fact]
    public async Task Exchange_MakerIsGone_KeyGoesOn()
    {
        var owner = await OwnerAsync();
        var maker = await Person.RegisterAsync(client);
        var created = await CreatedAsync(owner);
        await factory.Database.ExecuteAsync($"UPDATE identity.api_keys SET created_by = '{maker.Registered.User.Id}' WHERE id = '{created.ApiKey.Id}'");
        await factory.Database.ExecuteAsync($"UPDATE identity.users SET deleted_at = now() WHERE id = '{maker.Registered.User.Id}'");

        Assert.NotNull(await ExchangedAsync(created.Key));
    }

    [Theory]
    [InlineData("UPDATE identity.api_keys SET expires_at = now() - interval '1 second' WHERE id = '{0}'")]
    [InlineData("UPDATE identity.workspaces SET deleted_at = now() WHERE id = (SELECT workspace_id FROM identity.api_keys WHERE id = '{0}')")]
    [InlineData("DELETE FROM identity.api_keys WHERE id = '{0}'")]
    public async Task Exchange_ExpiredOrWithoutWorkspace_IsRefused(string sql)
    {
        var created = await CreatedAsync(await OwnerAsync());
        Assert.NotNull(await ExchangedAsync(created.Key));

        await factory.Database.ExecuteAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, created.ApiKey.Id));

        Assert.Null(await ExchangedAsync(created.Key));
    }

    [Fact]
    public async Task Delete_Workspace_EndsItsKeysAtOnce()
    {
        var owner = await OwnerAsync();
        var created = await CreatedAsync(owner);
        await ExchangedAsync(created.Key);
        var workspace = Jwt.Payload(owner.Registered.AccessToken).GetProperty("workspace").GetGuid();
        using var second = await owner.SendAsync(HttpMethod.Post, "/api/v1/workspaces", JsonContent.Create(new { name = "Second" }));

        using var deleted = await owner.SendAsync(HttpMethod.Delete, $"/api/v1/workspaces/{workspace}");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.NoContent), (second.StatusCode, deleted.StatusCode));
        Assert.False(await Redis.ExistsAsync(SessionKeys.Of(created.ApiKey.Id), Token));
        Assert.Null(await ExchangedAsync(created.Key));
    }

    [Fact]
    public async Task Exchange_KeyThatEndsSoon_TokenEndsWithIt()
    {
        var owner = await OwnerAsync();
        using var response = await CreateAsync(owner, new { name = "x", scopes = (string[])["posts.read"], expiresAt = DateTimeOffset.UtcNow.AddSeconds(90) });
        var created = (await response.Content.ReadFromJsonAsync<CreateApiKeyResponse>(Token))!;

        Assert.InRange((await ExchangedAsync(created.Key))!.ExpiresIn, 1, 90);
    }

    [Fact]
    public async Task Exchange_AnotherService_IsForbidden()
    {
        var created = await CreatedAsync(await OwnerAsync());

        using var response = await ExchangeAsync(ApiKeyText.Hash(created.Key), await OAuthCaller.TokenAsync(client, IdentityFactory.ClientId, IdentityFactory.ClientSecret, "internal"));

        await Problem.AssertAsync(response, HttpStatusCode.Forbidden, "USER_002");
    }

    [Fact]
    public async Task Revoke_Key_EndsAtOnceAndStaysInTheList()
    {
        var owner = await OwnerAsync();
        var created = await CreatedAsync(owner);
        await ExchangedAsync(created.Key);

        using var revoked = await owner.SendAsync(HttpMethod.Delete, $"{Path}/{created.ApiKey.Id}");
        using var again = await owner.SendAsync(HttpMethod.Delete, $"{Path}/{created.ApiKey.Id}");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (revoked.StatusCode, again.StatusCode));
        Assert.Null(await ExchangedAsync(created.Key));
        Assert.False(await Redis.ExistsAsync(SessionKeys.Of(created.ApiKey.Id), Token));
        using var list = await owner.SendAsync(HttpMethod.Get, $"{Path}?sort=name");
        var row = (await list.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("data").EnumerateArray().Single();
        Assert.NotEqual(JsonValueKind.Null, row.GetProperty("revokedAt").ValueKind);
    }

    [Fact]
    public async Task Any_KeyOfAnotherWorkspace_IsNotFound()
    {
        var created = await CreatedAsync(await OwnerAsync());
        var stranger = await Person.RegisterAsync(client);

        await Problem.AssertAsync(await stranger.SendAsync(HttpMethod.Get, $"{Path}/{created.ApiKey.Id}"), HttpStatusCode.NotFound, "APIKEY_001");
        await Problem.AssertAsync(await stranger.SendAsync(HttpMethod.Delete, $"{Path}/{created.ApiKey.Id}"), HttpStatusCode.NotFound, "APIKEY_001");
        Assert.NotNull(await ExchangedAsync(created.Key));
    }

    [Theory]
    [InlineData("GET", "/api/v1/auth/me")]
    [InlineData("POST", Path)]
    public async Task Any_EndpointAboutAPerson_RefusesKeysAndSaysWhy(string method, string path)
    {
        var owner = await OwnerAsync();
        using var made = await CreateAsync(owner, new { name = "x", scopes = (string[])["apikeys.manage"] });
        var token = (await ExchangedAsync((await made.Content.ReadFromJsonAsync<CreateApiKeyResponse>(Token))!.Key))!.AccessToken;

        using var response = await Person.SendAsync(client, new HttpMethod(method), path, token);

        Assert.Contains("API key", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        await Problem.AssertAsync(response, HttpStatusCode.Forbidden, "USER_002");
        using var allowed = await Person.SendAsync(client, HttpMethod.Get, Path, token);
        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
    }

    [Fact]
    public async Task Introspect_TokenOfAKey_ActiveUntilRevoked()
    {
        var owner = await OwnerAsync();
        var created = await CreatedAsync(owner);
        var token = (await ExchangedAsync(created.Key))!.AccessToken;
        var resource = OAuthCaller.Resource(client);

        Assert.True((await resource.IntrospectedAsync(token)).GetProperty("active").GetBoolean());
        using var revoked = await owner.SendAsync(HttpMethod.Delete, $"{Path}/{created.ApiKey.Id}");
        Assert.False((await resource.IntrospectedAsync(token)).GetProperty("active").GetBoolean());
    }

    private async Task<Person> OwnerAsync()
    {
        var owner = await Person.RegisterAsync(client);
        await factory.Database.ExecuteAsync($"UPDATE identity.users SET email_verified = true WHERE id = '{owner.Registered.User.Id}'");
        return owner;
    }

    private RedisStore Redis => factory.Services.GetRequiredService<RedisStore>();

    private static Task<HttpResponseMessage> CreateAsync(Person person, object body) => person.SendAsync(HttpMethod.Post, Path, JsonContent.Create(body));

    private static async Task<CreateApiKeyResponse> CreatedAsync(Person person)
    {
        using var response = await CreateAsync(person, new { name = "CRM", scopes = (string[])["posts.read"] });
        return (await response.Content.ReadFromJsonAsync<CreateApiKeyResponse>(Token))!;
    }

    private static async Task<ApiKeyResponse> OneAsync(Person person, Guid id)
    {
        using var response = await person.SendAsync(HttpMethod.Get, $"{Path}/{id}");
        return (await response.Content.ReadFromJsonAsync<ApiKeyResponse>(Token))!;
    }

    private async Task<ExchangeApiKeyResponse?> ExchangedAsync(string key)
    {
        using var response = await ExchangeAsync(ApiKeyText.Hash(key), await OAuthCaller.TokenAsync(client, "gateway", OAuthCaller.Secret, "apikeys.exchange"));
        return response.StatusCode == HttpStatusCode.NotFound ? null : (await response.Content.ReadFromJsonAsync<ExchangeApiKeyResponse>(Token))!;
    }

    private Task<HttpResponseMessage> ExchangeAsync(byte[] hash, string token) => client.SendAsync(
        new HttpRequestMessage(HttpMethod.Post, "/internal/api-keys/exchange")
        {
            Content = JsonContent.Create(new { keyHash = hash }),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
        },
        Token);

    private Task MakeRoleAsync(Person person, params string[] permissions) => factory.Database.ExecuteAsync(
        $"""
        WITH role AS (
            INSERT INTO identity.custom_roles (id, workspace_id, name, name_key, permissions, created_at, updated_at)
            SELECT gen_random_uuid(), workspace_id, 'keys', 'keys', ARRAY['{string.Join("','", permissions)}'], now(), now()
            FROM identity.workspace_members WHERE user_id = '{person.Registered.User.Id}' RETURNING id)
        UPDATE identity.workspace_members SET role = 'custom', role_id = (SELECT id FROM role) WHERE user_id = '{person.Registered.User.Id}'
        """);
}
