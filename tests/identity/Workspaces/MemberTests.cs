using System.Net;
using System.Text.Json;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Tests.Workspaces;

public sealed class MemberTests(IdentityFactory factory)
{
    [Fact]
    public async Task List_SearchSortAndFilter_FindTheRightOnes()
    {
        var crew = await Crew.OfAsync(factory);
        var agent = await crew.JoinAsync("agent");
        await crew.JoinAsync("viewer");

        var all = await ListAsync(crew.Owner, "sort=-joinedAt&perPage=2");
        var found = await ListAsync(crew.Owner, $"search={agent.Email[..20].ToUpperInvariant()}");
        var viewers = await ListAsync(crew.Owner, "filter[role]=viewer");

        Assert.Equal((2, 3), (all.GetProperty("data").GetArrayLength(), all.GetProperty("meta").GetProperty("total").GetInt32()));
        Assert.Contains(found.GetProperty("data").EnumerateArray(), member => member.GetProperty("userId").GetGuid() == agent.UserId);
        Assert.Single(viewers.GetProperty("data").EnumerateArray());
        Assert.Empty((await ListAsync(crew.Owner, "search=%25_%00")).GetProperty("data").EnumerateArray());
    }

    [Fact]
    public async Task Role_Changed_TakesHoldAtOnce()
    {
        var crew = await Crew.OfAsync(factory);
        var agent = await crew.JoinAsync("agent");

        var answer = await Actor.OkAsync(ChangeAsync(crew.Owner, agent, new { role = "manager" }));

        Assert.Equal("manager", answer.GetProperty("role").GetString());
        Assert.Equal(SessionState.Stale, await crew.StateAsync(agent));
        await agent.RefreshAsync();
        Assert.Contains("posts.manage", agent.Permissions);
        Assert.Equal(SessionState.Alive, await crew.StateAsync(agent));
    }

    [Fact]
    public async Task Accounts_Confined_StandInTheTokenUntilLifted()
    {
        var crew = await Crew.OfAsync(factory);
        var agent = await crew.JoinAsync("agent");
        var account = Guid.CreateVersion7();

        var answer = await Actor.OkAsync(ChangeAsync(crew.Owner, agent, new { accountIds = new[] { account, account } }));
        await agent.RefreshAsync();
        Assert.False(answer.GetProperty("allAccounts").GetBoolean());
        Assert.Equal([account], Accounts(agent));

        await Actor.OkAsync(ChangeAsync(crew.Owner, agent, new { accountIds = Array.Empty<Guid>() }));
        await agent.RefreshAsync();
        Assert.Equal([Guid.Empty], Accounts(agent));

        await Actor.OkAsync(ChangeAsync(crew.Owner, agent, new { allAccounts = true }));
        await agent.RefreshAsync();
        Assert.False(agent.Claims.TryGetProperty("accounts", out _));
    }

    [Fact]
    public async Task Admin_CannotTouchOwnersNorMakeThem()
    {
        var crew = await Crew.OfAsync(factory);
        var admin = await crew.JoinAsync("admin");
        var agent = await crew.JoinAsync("agent");

        await Actor.RefuseAsync(ChangeAsync(admin, crew.Owner, new { role = "viewer" }), HttpStatusCode.Forbidden, "USER_002");
        await Actor.RefuseAsync(RemoveAsync(admin, crew.Owner), HttpStatusCode.Forbidden, "USER_002");
        await Actor.RefuseAsync(ChangeAsync(admin, agent, new { role = "owner" }), HttpStatusCode.Forbidden, "USER_002");
        await Actor.RefuseAsync(ChangeAsync(admin, admin, new { role = "owner" }), HttpStatusCode.Forbidden, "USER_002");
        await Actor.OkAsync(ChangeAsync(admin, agent, new { role = "admin" }));
    }

    [Fact]
    public async Task ConfinedManager_GrantsNoAccountBeyondTheirOwn()
    {
        var crew = await Crew.OfAsync(factory);
        var (mine, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var role = await Actor.OkAsync(
            crew.Owner.InWorkspaceAsync(HttpMethod.Post, "roles", new { name = "Team lead", permissions = Team }), HttpStatusCode.Created);
        var lead = await crew.JoinAsync(role.GetProperty("id").GetString()!, mine);
        var confined = await crew.JoinAsync("viewer", mine);
        await crew.SetTierAsync(crew.Owner, "STARTER");
        var free = await crew.JoinAsync("viewer");

        await Actor.OkAsync(ChangeAsync(lead, confined, new { accountIds = Array.Empty<Guid>() }));
        await Actor.RefuseAsync(ChangeAsync(lead, confined, new { accountIds = new[] { mine, other } }), HttpStatusCode.Forbidden, "USER_002");
        await Actor.RefuseAsync(ChangeAsync(lead, confined, new { allAccounts = true }), HttpStatusCode.Forbidden, "USER_002");
        await Actor.RefuseAsync(ChangeAsync(lead, confined, new { role = "agent" }), HttpStatusCode.Forbidden, "USER_002");
        await Actor.RefuseAsync(RemoveAsync(lead, free), HttpStatusCode.Forbidden, "USER_002");
        await Actor.RefuseAsync(ChangeAsync(lead, lead, new { allAccounts = true }), HttpStatusCode.Forbidden, "USER_002");
    }

    [Theory]
    [InlineData("""{ "role": "king" }""")]
    [InlineData("""{ "role": "custom" }""")]
    [InlineData("""{ "role": "01900000-0000-7000-8000-000000000000" }""")]
    [InlineData("""{ "role": "" }""")]
    [InlineData("""{ "allAccounts": true, "accountIds": [] }""")]
    [InlineData("""{ "role": "owner", "accountIds": [] }""")]
    [InlineData("""{ "accountIds": ["x"] }""")]
    public async Task Change_Rubbish_IsNamed(string body)
    {
        var crew = await Crew.OfAsync(factory);
        var agent = await crew.JoinAsync("agent");

        using var response = await ChangeAsync(crew.Owner, agent, JsonSerializer.Deserialize<JsonElement>(body));

        Assert.Single(await Problem.AssertAsync(response, HttpStatusCode.BadRequest, "VALIDATION_001"));
    }

    [Fact]
    public async Task LastOwner_CannotLeaveBeRemovedOrDemoted()
    {
        var crew = await Crew.OfAsync(factory);
        var owner = crew.Owner;

        await Actor.RefuseAsync(owner.SendAsync(HttpMethod.Post, $"workspaces/{crew.Workspace}/leave"), HttpStatusCode.Conflict, "WORKSPACE_003");
        await Actor.RefuseAsync(RemoveAsync(owner, owner), HttpStatusCode.Conflict, "WORKSPACE_003");
        await Actor.RefuseAsync(ChangeAsync(owner, owner, new { role = "admin" }), HttpStatusCode.Conflict, "WORKSPACE_003");
    }

    [Fact]
    public async Task TwoOwners_LeavingAtOnce_OneStays()
    {
        for (var round = 0; round < 5; round++)
        {
            var crew = await Crew.OfAsync(factory);
            var second = await crew.JoinAsync("owner");

            var answers = await Task.WhenAll(
                crew.Owner.SendAsync(HttpMethod.Post, $"workspaces/{crew.Workspace}/leave"), RemoveAsync(second, second));

            Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
        }
    }

    [Fact]
    public async Task SecondOwner_TakesThePlanOverWhenTheFirstLeaves()
    {
        var crew = await Crew.OfAsync(factory);
        var second = await crew.JoinAsync("owner");
        await crew.SetTierAsync(second, "STARTER");

        await Actor.OkAsync(crew.Owner.SendAsync(HttpMethod.Post, $"workspaces/{crew.Workspace}/leave"), HttpStatusCode.NoContent);
        await second.RefreshAsync();

        Assert.Equal("STARTER", second.Claims.GetProperty("plan").GetString());
    }

    [Fact]
    public async Task Removed_Member_LosesTheWorkspaceAtOnce()
    {
        var crew = await Crew.OfAsync(factory);
        var agent = await crew.JoinAsync("agent");

        await Actor.OkAsync(RemoveAsync(crew.Owner, agent), HttpStatusCode.NoContent);

        Assert.Equal(SessionState.Stale, await crew.StateAsync(agent));
        await agent.RefreshAsync();
        Assert.NotEqual(crew.Workspace, agent.Workspace);
        await Actor.RefuseAsync(RemoveAsync(crew.Owner, agent), HttpStatusCode.NotFound, "MEMBER_001");
    }

    [Fact]
    public async Task Demoted_TokenNotYetRefreshed_CannotManageAnyMore()
    {
        var crew = await Crew.OfAsync(factory);
        var admin = await crew.JoinAsync("admin");
        var agent = await crew.JoinAsync("agent");
        await Actor.OkAsync(ChangeAsync(crew.Owner, admin, new { role = "viewer" }));

        // Past the gateway's guard, as a request that was on its way already.
        await Actor.RefuseAsync(RemoveAsync(admin, agent), HttpStatusCode.NotFound, "WORKSPACE_001");
    }

    private static readonly string[] Team = ["workspaces.read", "members.manage", "accounts.read", "conversations.read", "media.read", "posts.read", "analytics.read"];

    private static Guid[] Accounts(Actor actor) => [.. actor.Claims.GetProperty("accounts").EnumerateArray().Select(account => account.GetGuid())];

    private static Task<JsonElement> ListAsync(Actor actor, string query) => Actor.OkAsync(actor.InWorkspaceAsync(HttpMethod.Get, $"members?{query}"));

    private static Task<HttpResponseMessage> ChangeAsync(Actor by, Actor member, object body) =>
        by.InWorkspaceAsync(HttpMethod.Patch, $"members/{member.UserId}", body);

    private static Task<HttpResponseMessage> RemoveAsync(Actor by, Actor member) => by.InWorkspaceAsync(HttpMethod.Delete, $"members/{member.UserId}");
}
