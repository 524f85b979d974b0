using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SocialSelling.Testing;

namespace SocialSelling.Identity.Tests;

/// <summary>Authorization server metadata (RFC 8414) and its keys (RFC 7517), point by point.</summary>
public sealed class Rfc8414Tests(IdentityFactory factory)
{
    private const string WellKnown = "/.well-known/oauth-authorization-server";
    private readonly HttpClient client = factory.CreateClient();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rfc8414_S2_Members_AreThoseThatAreRequiredAndOurEndpoints()
    {
        var document = await client.GetFromJsonAsync<JsonElement>(WellKnown, Token);

        Assert.Equal(TestTokens.Issuer, document.GetProperty("issuer").GetString());
        Assert.NotEmpty(Values(document, "response_types_supported"));
        Assert.Equal(["client_credentials", "refresh_token"], Values(document, "grant_types_supported"));
        Assert.All(
            (string[])["token", "revocation", "introspection"],
            endpoint => Assert.Equal(["client_secret_basic", "client_secret_post"], Values(document, $"{endpoint}_endpoint_auth_methods_supported")));
        Assert.False(document.TryGetProperty("authorization_endpoint", out _));
    }

    [Fact]
    public async Task Rfc8414_S2_Endpoints_AreBelowTheIssuerAndAnswer()
    {
        var document = await client.GetFromJsonAsync<JsonElement>(WellKnown, Token);

        foreach (var member in (string[])["token_endpoint", "revocation_endpoint", "introspection_endpoint"])
        {
            var address = document.GetProperty(member).GetString()!;
            Assert.StartsWith(TestTokens.Issuer, address, StringComparison.Ordinal);
            using var response = await client.PostAsync(new Uri(address).AbsolutePath, new FormUrlEncodedContent([]), Token);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }
    }

    [Fact]
    public async Task Rfc8414_S3_2_Answer_IsJsonWithoutEmptyMembers()
    {
        using var response = await client.GetAsync(WellKnown, Token);

        Assert.Equal((HttpStatusCode.OK, "application/json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        var document = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.All(document.EnumerateObject(), member => Assert.False(
            member.Value.ValueKind == JsonValueKind.Null || (member.Value.ValueKind == JsonValueKind.Array && member.Value.GetArrayLength() == 0),
            member.Name));
    }

    [Fact]
    public async Task Rfc8414_S3_3_Issuer_IsTheOneOfTheTokens()
    {
        var document = await client.GetFromJsonAsync<JsonElement>(WellKnown, Token);
        var person = await Person.RegisterAsync(client);

        Assert.Equal(Jwt.Payload(person.Registered.AccessToken).GetProperty("iss").GetString(), document.GetProperty("issuer").GetString());
    }

    [Fact]
    public async Task OpenIdDiscovery_SameDocument_AtItsOwnAddress() => Assert.Equal(
        await client.GetStringAsync(WellKnown, Token), await client.GetStringAsync("/.well-known/openid-configuration", Token));

    [Fact]
    public async Task Rfc7517_S4_Keys_SayTypeUseAlgorithmAndDistinctIds()
    {
        var keys = await KeysAsync();

        Assert.All(keys, key => Assert.Equal(
            ("EC", "sig", "ES256", "P-256"), (Text(key, "kty"), Text(key, "use"), Text(key, "alg"), Text(key, "crv"))));
        Assert.Equal(keys.Length, keys.Select(key => Text(key, "kid")).Distinct().Count());
    }

    [Fact]
    public async Task Rfc7518_S6_2_1_Coordinates_AreThirtyTwoBytesEach() => Assert.All(
        await KeysAsync(), key => Assert.Equal((32, 32), (Base64Url.DecodeFromChars(Text(key, "x")).Length, Base64Url.DecodeFromChars(Text(key, "y")).Length)));

    [Fact]
    public async Task Rfc7517_S9_3_PrivateParts_AreNotPublished() =>
        Assert.All(await KeysAsync(), key => Assert.False(key.TryGetProperty("d", out _)));

    private static string? Text(JsonElement key, string name) => key.GetProperty(name).GetString();

    private static string[] Values(JsonElement document, string name) =>
        [.. document.GetProperty(name).EnumerateArray().Select(value => value.GetString()!)];

    private async Task<JsonElement[]> KeysAsync()
    {
        var document = await client.GetFromJsonAsync<JsonElement>(WellKnown, Token);
        var set = await client.GetFromJsonAsync<JsonElement>(new Uri(document.GetProperty("jwks_uri").GetString()!).AbsolutePath, Token);
        return [.. set.GetProperty("keys").EnumerateArray()];
    }
}
