using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Tests;

/// <summary>The OAuth 2.0 framework, point by point: each test bears the section it holds us to.</summary>
public sealed class Rfc6749Tests(IdentityFactory factory)
{
    private readonly HttpClient client = factory.CreateClient();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private OAuthCaller App => OAuthCaller.App(client);

    [Fact]
    public async Task S2_3_MoreThanOneWayToAuthenticate_InvalidRequest() => await OAuthCaller.AssertErrorAsync(
        await App.TokenAsync([("grant_type", "client_credentials"), .. App.InBody()]), HttpStatusCode.BadRequest, "invalid_request");

    [Fact]
    public async Task S2_3_HeaderAndBodyNameDifferentClients_InvalidClient() => await OAuthCaller.AssertErrorAsync(
        await App.TokenAsync(("grant_type", "client_credentials"), ("client_id", "other-app")), HttpStatusCode.Unauthorized, "invalid_client");

    [Fact]
    public async Task S2_3_1_BasicAndBody_BothAreAccepted()
    {
        using var basic = await App.TokenAsync(("grant_type", "client_credentials"));
        using var body = await App.PostAsync("/connect/token", null, [("grant_type", "client_credentials"), .. App.InBody()]);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (basic.StatusCode, body.StatusCode));
    }

    [Fact]
    public async Task S2_3_1_CredentialsInTheAddress_AreNotAccepted() => await OAuthCaller.AssertErrorAsync(
        await App.PostAsync("/connect/token?client_id=app&client_secret=secret-of-the-app", null, ("grant_type", "client_credentials")),
        HttpStatusCode.BadRequest, "invalid_request");

    [Fact]
    public async Task S2_3_1_SecretsWhileTheyAreChanged_BothAreGood()
    {
        using var next = await App.With(OAuthCaller.NextSecret).TokenAsync(("grant_type", "client_credentials"));
        using var wrong = await OAuthCaller.OtherApp(client).With(OAuthCaller.NextSecret).TokenAsync(("grant_type", "client_credentials"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (next.StatusCode, wrong.StatusCode));
    }

    [Fact]
    public async Task S3_2_Get_IsNotAllowed()
    {
        using var response = await client.GetAsync("/connect/token?grant_type=client_credentials", Token);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task S3_2_ParameterWithoutAValue_CountsAsOmitted()
    {
        await OAuthCaller.AssertErrorAsync(await App.TokenAsync(("grant_type", "")), HttpStatusCode.BadRequest, "invalid_request");
        using var response = await App.TokenAsync(("grant_type", "client_credentials"), ("scope", ""), ("client_secret", ""));
        Assert.Equal("catalogue.read catalogue.write", (await OAuthCaller.JsonAsync(response)).GetProperty("scope").GetString());
    }

    [Fact]
    public async Task S3_2_UnknownParameter_IsIgnored()
    {
        using var response = await App.TokenAsync(("grant_type", "client_credentials"), ("colour", "blue"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task S3_2_ParameterTwice_InvalidRequest() => await OAuthCaller.AssertErrorAsync(
        await App.TokenAsync(("grant_type", "client_credentials"), ("scope", "catalogue.read"), ("scope", "catalogue.read")),
        HttpStatusCode.BadRequest, "invalid_request");

    [Theory]
    [InlineData("catalogue.read", "catalogue.read")]
    [InlineData("catalogue.write  catalogue.read", "catalogue.write catalogue.read")]
    public async Task S3_3_ScopeAsked_IsTheScopeNamed(string asked, string granted)
    {
        using var response = await App.TokenAsync(("grant_type", "client_credentials"), ("scope", asked));

        var answer = await OAuthCaller.JsonAsync(response);
        Assert.Equal(granted, answer.GetProperty("scope").GetString());
        Assert.Equal(granted, Jwt.Payload(answer.GetProperty("access_token").GetString()!).GetProperty("scope").GetString());
    }

    [Fact]
    public async Task S4_4_2_ClientNotAuthenticated_InvalidClient() => await OAuthCaller.AssertErrorAsync(
        await App.PostAsync("/connect/token", null, ("grant_type", "client_credentials")), HttpStatusCode.Unauthorized, "invalid_client");

    [Fact]
    public async Task S4_4_3_ClientCredentials_BringNoRefreshToken()
    {
        using var response = await App.TokenAsync(("grant_type", "client_credentials"));

        Assert.False((await OAuthCaller.JsonAsync(response)).TryGetProperty("refresh_token", out _));
    }

    [Theory]
    [InlineData("client_credentials")]
    [InlineData("refresh_token")]
    public async Task S5_1_Success_HasItsMembersAndIsNotStored(string grant)
    {
        var person = await Person.RegisterAsync(client);

        using var response = await App.TokenAsync(("grant_type", grant), ("refresh_token", person.Registered.RefreshToken));

        var answer = await OAuthCaller.JsonAsync(response);
        Assert.Equal((HttpStatusCode.OK, "application/json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal("no-cache", response.Headers.Pragma.ToString());
        Assert.NotEmpty(answer.GetProperty("access_token").GetString()!);
        Assert.Equal("Bearer", answer.GetProperty("token_type").GetString());
        Assert.True(answer.GetProperty("expires_in").GetInt32() > 0);
        Assert.NotEmpty(answer.GetProperty("scope").GetString()!);
        Assert.Equal(grant == "refresh_token", answer.TryGetProperty("refresh_token", out _));
    }

    [Fact]
    public async Task S5_2_HeaderWithAWrongSecret_401WithAChallengeOfItsScheme()
    {
        using var response = await App.With("wrong").TokenAsync(("grant_type", "client_credentials"));

        await OAuthCaller.AssertErrorAsync(response, HttpStatusCode.Unauthorized, "invalid_client");
        Assert.Equal("Basic", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("password", "unsupported_grant_type")]
    [InlineData("urn:ietf:params:oauth:grant-type:device_code", "unsupported_grant_type")]
    public async Task S5_2_UnknownGrant_Unsupported(string grant, string error) =>
        await OAuthCaller.AssertErrorAsync(await App.TokenAsync(("grant_type", grant)), HttpStatusCode.BadRequest, error);

    [Fact]
    public async Task S5_2_GrantThatTheClientMayNotUse_UnauthorizedClient()
    {
        var person = await Person.RegisterAsync(client);

        using var response = await OAuthCaller.Resource(client).RefreshAsync(person.Registered.RefreshToken);

        await OAuthCaller.AssertErrorAsync(response, HttpStatusCode.BadRequest, "unauthorized_client");
        await person.RefreshedAsync(person.Registered.RefreshToken);
    }

    [Fact]
    public async Task S5_2_ScopeBeyondTheClients_InvalidScope() => await OAuthCaller.AssertErrorAsync(
        await App.TokenAsync(("grant_type", "client_credentials"), ("scope", "catalogue.read internal")), HttpStatusCode.BadRequest, "invalid_scope");

    [Fact]
    public async Task S5_2_BodyIsNoForm_InvalidRequest()
    {
        using var response = await client.PostAsJsonAsync("/connect/token", new { grant_type = "client_credentials" }, Token);

        await OAuthCaller.AssertErrorAsync(response, HttpStatusCode.BadRequest, "invalid_request");
    }

    [Fact]
    public async Task S5_2_FormWithoutEnd_InvalidRequest() => await OAuthCaller.AssertErrorAsync(
        await App.TokenAsync([.. Enumerable.Range(0, 2000).Select(i => ($"p{i}", "x"))]), HttpStatusCode.BadRequest, "invalid_request");

    [Theory]
    [InlineData(null, "invalid_request")]
    [InlineData("rubbish", "invalid_grant")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "invalid_grant")]
    public async Task S6_RefreshTokenMissingOrUnknown_IsRefused(string? refreshToken, string error) =>
        await OAuthCaller.AssertErrorAsync(await App.RefreshAsync(refreshToken ?? ""), HttpStatusCode.BadRequest, error);

    [Fact]
    public async Task S6_Refresh_GivesTheUsersRightsAndTheNextRefreshToken()
    {
        var person = await Person.RegisterAsync(client);

        using var first = await App.RefreshAsync(person.Registered.RefreshToken);
        var answer = await OAuthCaller.JsonAsync(first);
        using var second = await App.RefreshAsync(answer.GetProperty("refresh_token").GetString()!);

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        var claims = Jwt.Payload(answer.GetProperty("access_token").GetString()!);
        Assert.Equal(person.SessionId, claims.GetProperty("sessionId").GetGuid());
        Assert.Equal(
            string.Join(' ', claims.GetProperty("permissions").EnumerateArray().Select(permission => permission.GetString())),
            answer.GetProperty("scope").GetString());
    }

    [Fact]
    public async Task S6_ScopeNeverGranted_InvalidScopeAndTheTokenIsNotUsedUp()
    {
        var person = await Person.RegisterAsync(client);
        var refreshToken = person.Registered.RefreshToken;

        using var refused = await App.TokenAsync(("grant_type", "refresh_token"), ("refresh_token", refreshToken), ("scope", "platform.admin"));
        using var granted = await App.TokenAsync(("grant_type", "refresh_token"), ("refresh_token", refreshToken), ("scope", "posts.read"));

        await OAuthCaller.AssertErrorAsync(refused, HttpStatusCode.BadRequest, "invalid_scope");
        Assert.Equal(HttpStatusCode.OK, granted.StatusCode);
    }

    [Fact]
    public async Task S6_TokenOfASessionBoundToAnotherClient_InvalidGrant()
    {
        var person = await Person.RegisterAsync(client);
        using var first = await App.RefreshAsync(person.Registered.RefreshToken);
        var refreshToken = (await OAuthCaller.JsonAsync(first)).GetProperty("refresh_token").GetString()!;

        using var stranger = await OAuthCaller.OtherApp(client).RefreshAsync(refreshToken);
        using var own = await person.RefreshAsync(refreshToken);
        using var owner = await App.RefreshAsync(refreshToken);

        await OAuthCaller.AssertErrorAsync(stranger, HttpStatusCode.BadRequest, "invalid_grant");
        Assert.Equal(HttpStatusCode.Unauthorized, own.StatusCode);
        Assert.Equal(HttpStatusCode.OK, owner.StatusCode);
    }

    [Fact]
    public async Task S10_4_UsedRefreshToken_EndsTheSession()
    {
        var person = await Person.RegisterAsync(client);
        using var first = await App.RefreshAsync(person.Registered.RefreshToken);
        using var second = await App.RefreshAsync((await OAuthCaller.JsonAsync(first)).GetProperty("refresh_token").GetString()!);

        using var reused = await App.RefreshAsync(person.Registered.RefreshToken);
        using var newest = await App.RefreshAsync((await OAuthCaller.JsonAsync(second)).GetProperty("refresh_token").GetString()!);

        await OAuthCaller.AssertErrorAsync(reused, HttpStatusCode.BadRequest, "invalid_grant");
        await OAuthCaller.AssertErrorAsync(newest, HttpStatusCode.BadRequest, "invalid_grant");
        var reason = await factory.InScopeAsync(services => services.GetRequiredService<IdentityDbContext>().Sessions
            .Where(session => session.Id == person.SessionId).Select(session => session.EndReason).SingleAsync(Token));
        Assert.Equal(SessionEnd.RefreshTokenReused, reason);
    }
}
