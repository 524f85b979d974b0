using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Redis;

namespace SocialSelling.Identity.Tests;

/// <summary>Token revocation, point by point.</summary>
public sealed class Rfc7009Tests(IdentityFactory factory)
{
    private readonly HttpClient client = factory.CreateClient();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private OAuthCaller App => OAuthCaller.App(client);

    [Theory]
    [InlineData("refresh_token")]
    [InlineData("access_token")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task S2_1_RefreshToken_EndsItsSessionWhateverTheHint(string hint)
    {
        var person = await Person.RegisterAsync(client);

        using var response = await App.RevokeAsync(person.Registered.RefreshToken, ("token_type_hint", hint));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await AssertEndedAsync(person, ended: true);
        using var refresh = await person.RefreshAsync(person.Registered.RefreshToken);
        Assert.Equal(HttpStatusCode.Unauthorized, refresh.StatusCode);
    }

    [Theory]
    [InlineData("refresh_token")]
    [InlineData("access_token")]
    public async Task S2_1_AccessToken_EndsItsSessionWhateverTheHint(string hint)
    {
        var person = await Person.RegisterAsync(client);

        using var response = await App.RevokeAsync(person.Registered.AccessToken, ("token_type_hint", hint));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await AssertEndedAsync(person, ended: true);
    }

    [Fact]
    public async Task S2_1_ClientNotAuthenticated_InvalidClientAndNothingHappens()
    {
        var person = await Person.RegisterAsync(client);

        using var response = await App.With("wrong").RevokeAsync(person.Registered.RefreshToken);

        await OAuthCaller.AssertErrorAsync(response, HttpStatusCode.Unauthorized, "invalid_client");
        await AssertEndedAsync(person, ended: false);
    }

    [Fact]
    public async Task S2_1_TokenOfAnotherClient_IsRefused()
    {
        var person = await Person.RegisterAsync(client);
        using var refreshed = await App.RefreshAsync(person.Registered.RefreshToken);
        var refreshToken = (await OAuthCaller.JsonAsync(refreshed)).GetProperty("refresh_token").GetString()!;

        using var response = await OAuthCaller.OtherApp(client).RevokeAsync(refreshToken);

        await OAuthCaller.AssertErrorAsync(response, HttpStatusCode.BadRequest, "unauthorized_client");
        await AssertEndedAsync(person, ended: false);
    }

    [Fact]
    public async Task S2_1_ClientThatCannotRefresh_MayNotEndSessionsEither()
    {
        var person = await Person.RegisterAsync(client);

        using var response = await OAuthCaller.Resource(client).RevokeAsync(person.Registered.RefreshToken);

        await OAuthCaller.AssertErrorAsync(response, HttpStatusCode.BadRequest, "unauthorized_client");
        await AssertEndedAsync(person, ended: false);
    }

    [Fact]
    public async Task S2_1_NoToken_InvalidRequest() =>
        await OAuthCaller.AssertErrorAsync(await App.RevokeAsync(""), HttpStatusCode.BadRequest, "invalid_request");

    [Theory]
    [InlineData("rubbish")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJFUzI1NiJ9.e30.AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task S2_2_UnknownToken_200(string token)
    {
        using var response = await App.RevokeAsync(token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task S2_2_TokenRevokedAlready_200()
    {
        var person = await Person.RegisterAsync(client);
        using var first = await App.RevokeAsync(person.Registered.RefreshToken);

        using var second = await App.RevokeAsync(person.Registered.RefreshToken);

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    [Fact]
    public async Task S2_2_1_TokenThatCannotBeRevoked_UnsupportedTokenType()
    {
        using var issued = await App.TokenAsync(("grant_type", "client_credentials"));
        var token = (await OAuthCaller.JsonAsync(issued)).GetProperty("access_token").GetString()!;

        await OAuthCaller.AssertErrorAsync(await App.RevokeAsync(token), HttpStatusCode.BadRequest, "unsupported_token_type");
    }

    private async Task AssertEndedAsync(Person person, bool ended)
    {
        var reason = await factory.InScopeAsync(services => services.GetRequiredService<IdentityDbContext>().Sessions
            .Where(session => session.Id == person.SessionId).Select(session => session.EndReason).SingleAsync(Token));
        Assert.Equal(ended ? SessionEnd.RevokedByClient : null, reason);
        Assert.Equal(!ended, await factory.Services.GetRequiredService<RedisStore>().ExistsAsync(SessionKeys.Of(person.SessionId), Token));
    }
}
