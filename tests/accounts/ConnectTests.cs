using System.Net;
using System.Net.Http.Headers;
using SocialSelling.Accounts.Tests.Support;
using SocialSelling.Contracts.Accounts;
using SocialSelling.Testing;
using SocialSelling.Testing.Meta;

namespace SocialSelling.Accounts.Tests;

public sealed class ConnectTests(AccountsFactory factory) : IAsyncLifetime
{
    private readonly Guid _workspaceId = Guid.CreateVersion7();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await SimulatorHost.ClearFaultsAsync();
        await SimulatorHost.SetSwitchesAsync(new { });
    }

    [Theory]
    [InlineData("flat", "flat", false, false)]
    [InlineData("data", "data", true, true)]
    [InlineData("flat", "flat", true, true)]
    public async Task Connect_EveryAnswerShape_StoresTheAccountAndAnnouncesIt(string token, string me, bool permissionsAsArray, bool userIdAsNumber)
    {
        await SimulatorHost.SetSwitchesAsync(new { tokenAnswer = token, meAnswer = me, permissionsAsArray, userIdAsNumber });
        var (username, userId) = await AccountsFactory.NewAccountAsync();

        using var response = await factory.ConnectAsync(factory.CreateManager(_workspaceId), username);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var account = await response.JsonAsync();
        Assert.Equal(userId, account.Text("platformAccountId"));
        Assert.Equal("active", account.Text("status"));
        Assert.True(account.GetProperty("receivesMessages").GetBoolean());
        var connected = await factory.Bus.ReceivedAsync<AccountConnected>(m => m.PlatformAccountId == userId);
        Assert.Equal(_workspaceId, connected.WorkspaceId);
        Assert.Contains("instagram_business_manage_messages", connected.Scopes);
        var seen = await SimulatorHost.GetAsync($"/control/accounts/{userId}");
        Assert.Contains("messages", seen.GetProperty("subscribedFields").EnumerateArray().Select(f => f.GetString()));
    }

    [Fact]
    public async Task Connect_Again_KeepsTheRow()
    {
        var (username, _) = await AccountsFactory.NewAccountAsync();
        var manager = factory.CreateManager(_workspaceId);

        using var first = await factory.ConnectAsync(manager, username);
        using var second = await factory.ConnectAsync(manager, username);

        Assert.Equal((await first.JsonAsync()).Text("id"), (await second.JsonAsync()).Text("id"));
    }

    [Fact]
    public async Task Connect_AccountOfAnotherWorkspace_IsRefusedUntilItIsDisconnectedThere()
    {
        var (username, _) = await AccountsFactory.NewAccountAsync();
        var owner = factory.CreateManager(Guid.CreateVersion7());
        using var first = await factory.ConnectAsync(owner, username);
        var id = (await first.JsonAsync()).Text("id");

        using var refused = await factory.ConnectAsync(factory.CreateManager(_workspaceId), username);
        using var left = await owner.DeleteAsync($"/api/v1/accounts/{id}", Ct);
        using var second = await factory.ConnectAsync(factory.CreateManager(_workspaceId), username);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("IG_004", (await refused.JsonAsync()).Text("code"));
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.NotEqual(id, (await second.JsonAsync()).Text("id"));
    }

    [Fact]
    public async Task Callback_Denied_Answers400InAPlainSentence()
    {
        var (username, _) = await AccountsFactory.NewAccountAsync();

        using var response = await factory.ConnectAsync(factory.CreateManager(_workspaceId), username, "deny");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = await response.JsonAsync();
        Assert.Equal("OAUTH_001", problem.Text("code"));
        Assert.Contains("declined on Instagram", problem.Text("message"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?code=abc&state=never-given-out")]
    [InlineData("?code=abc")]
    [InlineData("")]
    public async Task Callback_UnknownState_Answers400(string query)
    {
        using var response = await factory.CreateClient().GetAsync($"/api/v1/accounts/instagram/callback{query}", Ct);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("OAUTH_003", (await response.JsonAsync()).Text("code"));
    }

    [Fact]
    public async Task Callback_StateUsedTwice_WorksOnce()
    {
        var (username, _) = await AccountsFactory.NewAccountAsync();
        var back = await SimulatorHost.AnswerLoginAsync(await AccountsFactory.BeginAsync(factory.CreateManager(_workspaceId)), username);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => factory.CreateClient().GetAsync(back.PathAndQuery, Ct)));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
        Assert.Equal(4, answers.Count(a => a.StatusCode == HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task Callback_StateOlderThanTenMinutes_Answers400()
    {
        var (username, _) = await AccountsFactory.NewAccountAsync();
        var back = await SimulatorHost.AnswerLoginAsync(await AccountsFactory.BeginAsync(factory.CreateManager(_workspaceId)), username);
        await factory.Database.ExecuteAsync("update accounts.oauth_states set expires_at = now() - interval '1 second' where used_at is null");

        using var response = await factory.CreateClient().GetAsync(back.PathAndQuery, Ct);

        Assert.Equal("OAUTH_003", (await response.JsonAsync()).Text("code"));
    }

    [Fact]
    public async Task Callback_InABrowser_ShowsAPage()
    {
        var (username, _) = await AccountsFactory.NewAccountAsync();
        var back = await SimulatorHost.AnswerLoginAsync(await AccountsFactory.BeginAsync(factory.CreateManager(_workspaceId)), username);
        using var browser = factory.CreateClient();
        browser.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));

        using var response = await browser.GetAsync(back.PathAndQuery, Ct);

        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains($"@{username} is connected", await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/access_token")]
    [InlineData("/me")]
    public async Task Callback_MetaAway_Answers500AndStoresNothing(string path)
    {
        var (username, userId) = await AccountsFactory.NewAccountAsync();
        await SimulatorHost.FaultAsync(new { kind = "html", path, count = 0 });

        using var response = await factory.ConnectAsync(factory.CreateManager(_workspaceId), username);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("IG_001", (await response.JsonAsync()).Text("code"));
        Assert.DoesNotContain(factory.Bus.Of<AccountConnected>(), m => m.PlatformAccountId == userId);
    }

    [Fact]
    public async Task Connect_WithoutTheMessagesPermission_SaysThatItReceivesNone()
    {
        var (username, _) = await AccountsFactory.NewAccountAsync();

        using var response = await factory.ConnectAsync(factory.CreateManager(_workspaceId), username, scopes: ["instagram_business_content_publish"]);

        var account = await response.JsonAsync();
        Assert.DoesNotContain("instagram_business_manage_messages", account.GetProperty("scopes").EnumerateArray().Select(s => s.GetString()));
        Assert.False(account.GetProperty("receivesMessages").GetBoolean());
    }
}
