using System.Net;
using SocialSelling.Accounts.Tests.Support;
using SocialSelling.Contracts.Access;
using SocialSelling.Testing;

namespace SocialSelling.Accounts.Tests;

public sealed class AccessTests(AccountsFactory factory)
{
    private readonly Guid _workspaceId = Guid.CreateVersion7();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Confined_Member_SeesTheirAccountsOnly()
    {
        var manager = factory.CreateManager(_workspaceId);
        var (mine, other) = (await ConnectAsync(manager), await ConnectAsync(manager));
        var member = factory.CreateConfinedClient(Guid.CreateVersion7(), _workspaceId, [mine], [.. Permissions.All]);

        var list = await (await member.GetAsync("/api/v1/accounts", Ct)).JsonAsync();

        Assert.Equal([mine], list.GetProperty("data").EnumerateArray().Select(account => Guid.Parse(account.Text("id"))));
        Assert.Equal(HttpStatusCode.OK, (await member.GetAsync($"/api/v1/accounts/{mine}", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync($"/api/v1/accounts/{other}", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await member.DeleteAsync($"/api/v1/accounts/{other}", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.PostAsync("/api/v1/accounts/instagram/connect", null, Ct)).StatusCode);
    }

    [Fact]
    public async Task Confined_ToNothing_SeesNothing()
    {
        await ConnectAsync(factory.CreateManager(_workspaceId));
        var member = factory.CreateConfinedClient(Guid.CreateVersion7(), _workspaceId, [Guid.Empty], [.. Permissions.All]);

        var list = await (await member.GetAsync("/api/v1/accounts", Ct)).JsonAsync();

        Assert.Empty(list.GetProperty("data").EnumerateArray());
    }

    [Fact]
    public async Task Plan_Full_RefusesTheStartAndNamesTheLimit()
    {
        var manager = factory.CreateClientOnPlan("FREE", Guid.CreateVersion7(), _workspaceId, [.. Permissions.All]);
        for (var index = 0; index < 3; index++) await ConnectAsync(manager);

        using var refused = await manager.PostAsync("/api/v1/accounts/instagram/connect", null, Ct);
        var problem = await refused.JsonAsync();
        var usage = await (await manager.GetAsync("/api/v1/accounts/usage", Ct)).JsonAsync();

        Assert.Equal((HttpStatusCode.Forbidden, "PLAN_ACCOUNTS", "FREE"), (refused.StatusCode, problem.Text("code"), problem.Text("plan")));
        Assert.Equal((3, 3), (problem.GetProperty("limit").GetInt32(), problem.GetProperty("used").GetInt32()));
        Assert.Equal((3, 3), (usage.GetProperty("limit").GetInt32(), usage.GetProperty("used").GetInt32()));
    }

    [Fact]
    public async Task Plan_ConnectionsBegunBeforeItWasFull_AreCountedAtTheCallback()
    {
        var manager = factory.CreateClientOnPlan("FREE", Guid.CreateVersion7(), _workspaceId, [.. Permissions.All]);
        var names = new List<string>();
        for (var index = 0; index < 5; index++) names.Add((await AccountsFactory.NewAccountAsync()).Username);

        var answers = await Task.WhenAll(names.Select(name => factory.ConnectAsync(manager, name)));

        Assert.Equal(3, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        Assert.All(answers.Where(answer => answer.StatusCode != HttpStatusCode.OK), answer => Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode));
    }

    private async Task<Guid> ConnectAsync(HttpClient manager)
    {
        var (username, _) = await AccountsFactory.NewAccountAsync();
        using var connected = await factory.ConnectAsync(manager, username);
        return Guid.Parse((await connected.JsonAsync()).Text("id"));
    }
}
