using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace SocialSelling.Identity.Tests;

public sealed class ConnectTests(IdentityFactory factory)
{
    private readonly HttpClient client = factory.CreateClient();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    internal static async Task<string> TokenAsync(HttpClient client)
    {
        using var response = await PostAsync(client, Form(("grant_type", "client_credentials"), Id, Secret));
        return (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("access_token").GetString()!;
    }

    [Fact]
    public async Task Token_SecretInBody_IsIssued()
    {
        using var response = await PostAsync(Form(("grant_type", "client_credentials"), Id, Secret, ("scope", "internal")));
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal(["access_token", "token_type", "expires_in", "scope"], answer.EnumerateObject().Select(member => member.Name));
        var claims = Jwt.Payload(answer.GetProperty("access_token").GetString()!);
        Assert.Equal(
            (IdentityFactory.ClientId, IdentityFactory.ClientId, "internal"),
            (claims.GetProperty("sub").GetString(), claims.GetProperty("client_id").GetString(), claims.GetProperty("scope").GetString()));
    }

    [Fact]
    public async Task Token_SecretInHeader_IsIssued()
    {
        using var response = await PostAsync(Form(("grant_type", "client_credentials")), Basic(IdentityFactory.ClientSecret));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Token_WrongSecretInHeader_IsInvalidClientWithChallenge()
    {
        using var response = await PostAsync(Form(("grant_type", "client_credentials")), Basic("wrong"));

        await AssertErrorAsync(response, HttpStatusCode.Unauthorized, "invalid_client");
        Assert.Equal("Basic", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
    }

    [Theory]
    [InlineData("messaging", "wrong")]
    [InlineData("nobody", IdentityFactory.ClientSecret)]
    [InlineData("", "")]
    public async Task Token_WrongCredentialsInBody_IsInvalidClient(string id, string secret)
    {
        using var response = await PostAsync(Form(("grant_type", "client_credentials"), ("client_id", id), ("client_secret", secret)));

        await AssertErrorAsync(response, HttpStatusCode.Unauthorized, "invalid_client");
    }

    [Fact]
    public async Task Token_UnknownGrantType_IsUnsupported()
    {
        using var response = await PostAsync(Form(("grant_type", "password"), Id, Secret));

        await AssertErrorAsync(response, HttpStatusCode.BadRequest, "unsupported_grant_type");
    }

    [Fact]
    public async Task Token_ScopeOfOthers_IsInvalidScope()
    {
        using var response = await PostAsync(Form(("grant_type", "client_credentials"), Id, Secret, ("scope", "internal admin")));

        await AssertErrorAsync(response, HttpStatusCode.BadRequest, "invalid_scope");
    }

    [Fact]
    public async Task Token_NoGrantType_IsInvalidRequest()
    {
        using var response = await PostAsync(Form(Id, Secret));

        await AssertErrorAsync(response, HttpStatusCode.BadRequest, "invalid_request");
    }

    [Fact]
    public async Task Token_RepeatedParameter_IsInvalidRequest()
    {
        using var response = await PostAsync(Form(("grant_type", "client_credentials"), ("grant_type", "client_credentials"), Id, Secret));

        await AssertErrorAsync(response, HttpStatusCode.BadRequest, "invalid_request");
    }

    [Fact]
    public async Task Token_CredentialsInHeaderAndBody_IsInvalidRequest()
    {
        using var response = await PostAsync(Form(("grant_type", "client_credentials"), Id, Secret), Basic(IdentityFactory.ClientSecret));

        await AssertErrorAsync(response, HttpStatusCode.BadRequest, "invalid_request");
    }

    [Fact]
    public async Task Token_JsonBody_IsInvalidRequest()
    {
        using var response = await PostAsync(JsonContent.Create(new { grant_type = "client_credentials" }));

        await AssertErrorAsync(response, HttpStatusCode.BadRequest, "invalid_request");
    }

    private static (string Name, string Value) Id => ("client_id", IdentityFactory.ClientId);

    private static (string Name, string Value) Secret => ("client_secret", IdentityFactory.ClientSecret);

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    // RFC 6749, section 2.3.1: both parts are form-encoded before they are joined.
    private static AuthenticationHeaderValue Basic(string secret) => new(
        "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{IdentityFactory.ClientId}:{WebUtility.UrlEncode(secret)}")));

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, HttpContent body, AuthenticationHeaderValue? authorization = null) =>
        client.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "/connect/token") { Content = body, Headers = { Authorization = authorization } }, Token);

    private static async Task AssertErrorAsync(HttpResponseMessage response, HttpStatusCode status, string error)
    {
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.Equal((status, error), (response.StatusCode, answer.GetProperty("error").GetString()));
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    private Task<HttpResponseMessage> PostAsync(HttpContent body, AuthenticationHeaderValue? authorization = null) =>
        PostAsync(client, body, authorization);
}
