using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Accounts.Data;
using SocialSelling.Accounts.Tests.Support;
using SocialSelling.Contracts.Access;
using SocialSelling.Contracts.Accounts;
using SocialSelling.Testing;
using SocialSelling.Testing.Meta;

namespace SocialSelling.Accounts.Tests;

public sealed class AccountTests(AccountsFactory factory)
{
    private readonly Guid _workspaceId = Guid.CreateVersion7();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_TwoWorkspaces_EachSeesItsOwn()
    {
        var manager = factory.CreateManager(_workspaceId);
        var (username, _) = await AccountsFactory.NewAccountAsync();
        using var connected = await factory.ConnectAsync(manager, username);
        var id = (await connected.JsonAsync()).Text("id");

        var mine = await (await manager.GetAsync("/api/v1/accounts?filter[status]=active&search=shop", Ct)).JsonAsync();
        var stranger = factory.CreateManager(Guid.CreateVersion7());
        var theirs = await (await stranger.GetAsync("/api/v1/accounts", Ct)).JsonAsync();

        Assert.Equal(username, Assert.Single(mine.GetProperty("data").EnumerateArray()).Text("username"));
        Assert.Empty(theirs.GetProperty("data").EnumerateArray());
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/api/v1/accounts/{id}", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.DeleteAsync($"/api/v1/accounts/{id}", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync($"/api/v1/accounts/{id}", Ct)).StatusCode);
    }

    [Fact]
    public async Task Token_AtRest_IsSealedAndOpensForServicesOnly()
    {
        var manager = factory.CreateManager(_workspaceId);
        var (username, userId) = await AccountsFactory.NewAccountAsync();
        using var connected = await factory.ConnectAsync(manager, username);
        var id = Guid.Parse((await connected.JsonAsync()).Text("id"));

        var answer = await (await factory.CreateInternalClient().GetAsync($"/internal/accounts/{id}/token", Ct)).JsonAsync();
        var token = answer.Text("accessToken");
        var row = await factory.InScopeAsync(services => services.GetRequiredService<AccountsDbContext>().OAuthTokens.SingleAsync(t => t.ClientAccountId == id, Ct));

        Assert.StartsWith("IGAA", token, StringComparison.Ordinal);
        Assert.Equal(userId, answer.Text("platformAccountId"));
        Assert.Equal("test", row.KeyId);
        Assert.DoesNotContain(token, System.Text.Encoding.Latin1.GetString(row.AccessTokenEncrypted), StringComparison.Ordinal);
        Assert.InRange(row.ExpiresAt - DateTimeOffset.UtcNow, TimeSpan.FromDays(58), TimeSpan.FromDays(61));
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.GetAsync($"/internal/accounts/{id}/token", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await factory.CreateClient().GetAsync($"/internal/accounts/{id}/token", Ct)).StatusCode);
    }

    [Fact]
    public async Task Find_ByPlatformId_TellsAccountAndWorkspace()
    {
        var (username, userId) = await AccountsFactory.NewAccountAsync();
        using var connected = await factory.ConnectAsync(factory.CreateManager(_workspaceId), username);
        var services = factory.CreateInternalClient();

        var found = await (await services.GetAsync($"/internal/accounts/instagram/{userId}", Ct)).JsonAsync();

        Assert.Equal(_workspaceId, found.GetProperty("workspaceId").GetGuid());
        Assert.Equal((await connected.JsonAsync()).Text("id"), found.Text("accountId"));
        Assert.Equal(HttpStatusCode.NotFound, (await services.GetAsync("/internal/accounts/instagram/1", Ct)).StatusCode);
    }

    [Fact]
    public async Task Disconnect_EndsWebhooksAndDestroysTheToken()
    {
        var manager = factory.CreateManager(_workspaceId);
        var (username, userId) = await AccountsFactory.NewAccountAsync();
        using var connected = await factory.ConnectAsync(manager, username);
        var id = (await connected.JsonAsync()).Text("id");

        using var gone = await manager.DeleteAsync($"/api/v1/accounts/{id}", Ct);
        using var again = await manager.DeleteAsync($"/api/v1/accounts/{id}", Ct);

        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
        var disconnected = await factory.Bus.ReceivedAsync<AccountDisconnected>(m => m.PlatformAccountId == userId);
        Assert.Equal(_workspaceId, disconnected.WorkspaceId);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await SimulatorHost.GetAsync($"/control/accounts/{userId}")).GetProperty("subscribedFields").ValueKind);
        Assert.Equal(HttpStatusCode.NotFound, (await factory.CreateInternalClient().GetAsync($"/internal/accounts/{id}/token", Ct)).StatusCode);
        Assert.Empty((await (await manager.GetAsync("/api/v1/accounts", Ct)).JsonAsync()).GetProperty("data").EnumerateArray());
    }

    [Fact]
    public async Task Disconnect_MetaAway_IsDoneAllTheSame()
    {
        var manager = factory.CreateManager(_workspaceId);
        var (username, _) = await AccountsFactory.NewAccountAsync();
        using var connected = await factory.ConnectAsync(manager, username);
        await SimulatorHost.FaultAsync(new { kind = "html", path = "/subscribed_apps", method = "DELETE", count = 0 });

        using var gone = await manager.DeleteAsync($"/api/v1/accounts/{(await connected.JsonAsync()).Text("id")}", Ct);
        await SimulatorHost.ClearFaultsAsync();

        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
    }

    [Fact]
    public async Task Disconnect_KeyOfTheTokenLost_IsDoneAllTheSame()
    {
        var manager = factory.CreateManager(_workspaceId);
        var (username, _) = await AccountsFactory.NewAccountAsync();
        using var connected = await factory.ConnectAsync(manager, username);
        var id = (await connected.JsonAsync()).Text("id");
        await factory.Database.ExecuteAsync($"update accounts.oauth_tokens set key_id = 'lost' where client_account_id = '{id}'");

        using var gone = await manager.DeleteAsync($"/api/v1/accounts/{id}", Ct);

        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
    }

    [Fact]
    public async Task Endpoints_WithoutThePermission_Answer403()
    {
        var reader = factory.CreateClient(Guid.CreateVersion7(), _workspaceId, Permissions.AccountsRead);

        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsync("/api/v1/accounts/instagram/connect", null, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.DeleteAsync($"/api/v1/accounts/{Guid.CreateVersion7()}", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await factory.CreateClient().GetAsync("/api/v1/accounts", Ct)).StatusCode);
    }
}
