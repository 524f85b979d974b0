using System.Net;
using System.Text.Json;
using SocialSelling.Testing;

namespace SocialSelling.Identity.Tests;

/// <summary>Token introspection, point by point.</summary>
public sealed class Rfc7662Tests(IdentityFactory factory)
{
    private readonly HttpClient client = factory.CreateClient();

    private OAuthCaller Resource => OAuthCaller.Resource(client);

    [Fact]
    public async Task S2_1_NoToken_InvalidRequest() =>
        await OAuthCaller.AssertErrorAsync(await Resource.IntrospectAsync(""), HttpStatusCode.BadRequest, "invalid_request");

    [Fact]
    public async Task S2_1_CallerNotAuthenticated_InvalidClient()
    {
        var person = await Person.RegisterAsync(client);

        using var response = await Resource.With("wrong").IntrospectAsync(person.Registered.AccessToken);

        await OAuthCaller.AssertErrorAsync(response, HttpStatusCode.Unauthorized, "invalid_client");
        Assert.Equal("Basic", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
    }

    [Fact]
    public async Task S2_1_CallerWithoutTheRight_IsRefused()
    {
        var person = await Person.RegisterAsync(client);

        using var response = await OAuthCaller.App(client).IntrospectAsync(person.Registered.AccessToken);

        await OAuthCaller.AssertErrorAsync(response, HttpStatusCode.BadRequest, "unauthorized_client");
    }

    [Theory]
    [InlineData("refresh_token")]
    [InlineData("nonsense")]
    public async Task S2_1_WrongHint_IsNoHindrance(string hint)
    {
        var person = await Person.RegisterAsync(client);

        using var response = await Resource.IntrospectAsync(person.Registered.AccessToken, ("token_type_hint", hint));

        Assert.True((await OAuthCaller.JsonAsync(response)).GetProperty("active").GetBoolean());
    }

    [Fact]
    public async Task S2_2_AccessToken_SaysWhoseItIsAndForWhat()
    {
        var person = await Person.RegisterAsync(client);
        var claims = Jwt.Payload(person.Registered.AccessToken);

        var answer = await Resource.IntrospectedAsync(person.Registered.AccessToken);

        Assert.True(answer.GetProperty("active").GetBoolean());
        Assert.Equal("Bearer", answer.GetProperty("token_type").GetString());
        Assert.Equal(person.Registered.User.Id, answer.GetProperty("sub").GetGuid());
        Assert.Equal((TestTokens.Issuer, TestTokens.Audience), (answer.GetProperty("iss").GetString(), answer.GetProperty("aud").GetString()));
        Assert.Equal(claims.GetProperty("exp").GetInt64(), answer.GetProperty("exp").GetInt64());
        Assert.Equal(claims.GetProperty("iat").GetInt64(), answer.GetProperty("iat").GetInt64());
        Assert.Equal(claims.GetProperty("jti").GetString(), answer.GetProperty("jti").GetString());
        Assert.Contains("posts.read", answer.GetProperty("scope").GetString()!.Split(' '));
        Assert.False(answer.TryGetProperty("client_id", out _));
    }

    [Fact]
    public async Task S2_2_RefreshToken_IsActiveUntilItIsUsed()
    {
        var person = await Person.RegisterAsync(client);
        var refreshToken = person.Registered.RefreshToken;

        var before = await Resource.IntrospectedAsync(refreshToken);
        using var refreshed = await OAuthCaller.App(client).RefreshAsync(refreshToken);
        var next = await Resource.IntrospectedAsync((await OAuthCaller.JsonAsync(refreshed)).GetProperty("refresh_token").GetString()!);

        Assert.True(before.GetProperty("active").GetBoolean());
        Assert.False(before.TryGetProperty("token_type", out _));
        AssertInactive(await Resource.IntrospectedAsync(refreshToken));
        Assert.Equal("app", next.GetProperty("client_id").GetString());
    }

    [Fact]
    public async Task S2_2_ClientsOwnToken_IsActive()
    {
        using var issued = await OAuthCaller.App(client).TokenAsync(("grant_type", "client_credentials"), ("scope", "catalogue.read"));

        var answer = await Resource.IntrospectedAsync((await OAuthCaller.JsonAsync(issued)).GetProperty("access_token").GetString()!);

        Assert.Equal(("app", "catalogue.read"), (answer.GetProperty("client_id").GetString(), answer.GetProperty("scope").GetString()));
    }

    [Fact]
    public async Task S2_2_SessionEnded_NeitherTokenIsActiveAndNothingElseIsSaid()
    {
        var person = await Person.RegisterAsync(client);
        using var logout = await person.SendAsync(HttpMethod.Post, "/api/v1/auth/logout");

        AssertInactive(await Resource.IntrospectedAsync(person.Registered.AccessToken));
        AssertInactive(await Resource.IntrospectedAsync(person.Registered.RefreshToken));
    }

    [Fact]
    public async Task S2_2_TokenOfAnOlderVersion_IsNotActive()
    {
        var person = await Person.RegisterAsync(client);
        await factory.Database.ExecuteAsync($"UPDATE identity.sessions SET token_version = 2 WHERE id = '{person.SessionId}'");

        AssertInactive(await Resource.IntrospectedAsync(person.Registered.AccessToken));
    }

    [Fact]
    public async Task S2_2_TokenOfAnotherAuthority_IsNotActive() =>
        AssertInactive(await Resource.IntrospectedAsync(TestTokens.Create(Guid.NewGuid(), Guid.NewGuid())));

    [Theory]
    [InlineData("rubbish")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.")]
    [InlineData("eyJhbGciOiJFUzI1NiJ9.e30.AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task S2_2_Rubbish_IsNotActive(string token) => AssertInactive(await Resource.IntrospectedAsync(token));

    private static void AssertInactive(JsonElement answer) => Assert.Equal("""{"active":false}""", answer.GetRawText());
}
