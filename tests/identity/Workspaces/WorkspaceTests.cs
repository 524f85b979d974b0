using System.Net;
using System.Text.Json;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Tests.Workspaces;

public sealed class WorkspaceTests(IdentityFactory factory)
{
    [Fact]
    public async Task Create_Name_MakesAWorkspaceThatTheCallerOwns()
    {
        var ann = await Actor.RegisterAsync(factory.CreateClient());

        var made = await Actor.OkAsync(ann.SendAsync(HttpMethod.Post, "workspaces", new { name = "Second shop" }), HttpStatusCode.Created);
        await ann.SwitchAsync(made.GetProperty("id").GetGuid());

        Assert.Equal(("Second shop", "owner", "FREE"), (Text(made, "name"), Text(made, "role"), Text(made, "plan")));
        var read = await Actor.OkAsync(ann.InWorkspaceAsync(HttpMethod.Get, ""));
        Assert.Equal("Second shop", Text(read, "name"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("   ")]
    [InlineData("bell\u0007")]
    public async Task Create_BadName_IsNamed(string name)
    {
        var ann = await Actor.RegisterAsync(factory.CreateClient());

        using var response = await ann.SendAsync(HttpMethod.Post, "workspaces", new { name });

        Assert.Equal(["name"], await Problem.AssertAsync(response, HttpStatusCode.BadRequest, "VALIDATION_001"));
    }

    [Fact]
    public async Task Create_MoreThanThePlanAllows_NamesTheLimit()
    {
        var ann = await Actor.RegisterAsync(factory.CreateClient());

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(index => ann.SendAsync(HttpMethod.Post, "workspaces", new { name = $"Shop {index}" })));

        Assert.Equal(2, answers.Count(answer => answer.StatusCode == HttpStatusCode.Created));
        var refused = JsonSerializer.Deserialize<JsonElement>(await answers.First(answer => answer.StatusCode == HttpStatusCode.Forbidden)
            .Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("PLAN_WORKSPACES", 3, 3, "FREE"), (
            Text(refused, "code"), refused.GetProperty("limit").GetInt32(), refused.GetProperty("used").GetInt32(), Text(refused, "plan")));
    }

    [Fact]
    public async Task Rename_ByViewer_IsForbidden()
    {
        var crew = await Crew.OfAsync(factory);
        var viewer = await crew.JoinAsync("viewer");

        await Actor.RefuseAsync(viewer.InWorkspaceAsync(HttpMethod.Patch, "", new { name = "Mine now" }), HttpStatusCode.Forbidden, "USER_002");
        var renamed = await Actor.OkAsync(crew.Owner.InWorkspaceAsync(HttpMethod.Patch, "", new { name = "Bakery" }));
        Assert.Equal("Bakery", Text(renamed, "name"));
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("PATCH", "")]
    [InlineData("DELETE", "")]
    [InlineData("GET", "/members")]
    [InlineData("GET", "/roles")]
    [InlineData("GET", "/usage")]
    public async Task Path_OfAnotherWorkspace_IsNotFound(string method, string path)
    {
        var ann = await Actor.RegisterAsync(factory.CreateClient());
        var stranger = await Actor.RegisterAsync(factory.CreateClient());
        var second = await Actor.OkAsync(ann.SendAsync(HttpMethod.Post, "workspaces", new { name = "Second" }), HttpStatusCode.Created);

        foreach (var workspace in new[] { stranger.Workspace.ToString(), Text(second, "id")!, Guid.CreateVersion7().ToString() })
        {
            var body = method == "PATCH" ? new { name = "Mine now" } : null;
            await Actor.RefuseAsync(ann.SendAsync(new HttpMethod(method), $"workspaces/{workspace}{path}", body), HttpStatusCode.NotFound, "WORKSPACE_001");
        }
    }

    [Fact]
    public async Task Switch_ToAnother_MovesTheSessionAndItsRefreshes()
    {
        var crew = await Crew.OfAsync(factory);
        var agent = await crew.JoinAsync("agent");

        await agent.RefreshAsync();

        Assert.Equal(crew.Workspace, agent.Workspace);
        Assert.DoesNotContain("members.manage", agent.Permissions);
    }

    [Theory]
    [InlineData("switch")]
    [InlineData("leave")]
    [InlineData("restore")]
    public async Task Membership_OfAStranger_IsNotFound(string verb)
    {
        var ann = await Actor.RegisterAsync(factory.CreateClient());
        var stranger = await Actor.RegisterAsync(factory.CreateClient());

        await Actor.RefuseAsync(ann.SendAsync(HttpMethod.Post, $"workspaces/{stranger.Workspace}/{verb}"), HttpStatusCode.NotFound, "WORKSPACE_001");
    }

    [Fact]
    public async Task Leave_Member_SessionGoesOnAtHome()
    {
        var crew = await Crew.OfAsync(factory);
        var agent = await crew.JoinAsync("agent");

        await Actor.OkAsync(agent.SendAsync(HttpMethod.Post, $"workspaces/{crew.Workspace}/leave"), HttpStatusCode.NoContent);

        Assert.Equal(SessionState.Stale, await crew.StateAsync(agent));
        await agent.RefreshAsync();
        Assert.NotEqual(crew.Workspace, agent.Workspace);
        Assert.Equal(SessionState.Alive, await crew.StateAsync(agent));
    }

    [Fact]
    public async Task Leave_OnlyWorkspace_GivesANewOneAtRefreshAndLogin()
    {
        var crew = await Crew.OfAsync(factory);
        var agent = await crew.JoinAsync("agent");
        await factory.Database.ExecuteAsync(
            $"DELETE FROM identity.workspace_members WHERE user_id = '{agent.UserId}' AND workspace_id <> '{crew.Workspace}'");
        await Actor.OkAsync(agent.SendAsync(HttpMethod.Post, $"workspaces/{crew.Workspace}/leave"), HttpStatusCode.NoContent);

        var client = factory.CreateClient();
        var logins = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => new Person(client, agent.Email, null!).LoginAsync(Person.Password)));
        await agent.RefreshAsync();

        var entered = new HashSet<Guid> { agent.Workspace };
        foreach (var login in logins) entered.Add(Jwt.Payload((await Person.ReadAsync(login)).AccessToken).GetProperty("workspace").GetGuid());
        Assert.DoesNotContain(crew.Workspace, entered);
        Assert.Single(entered);
        Assert.Contains("workspaces.delete", agent.Permissions);
    }

    [Fact]
    public async Task Delete_LongAfterTheLogin_WantsAStepUp()
    {
        var crew = await Crew.OfAsync(factory);
        await crew.AgeLoginAsync(crew.Owner);

        await Actor.RefuseAsync(crew.Owner.InWorkspaceAsync(HttpMethod.Delete, ""), HttpStatusCode.Forbidden, "AUTH_008");
    }

    [Fact]
    public async Task Delete_OnlyWorkspace_IsRefused()
    {
        var ann = await Actor.RegisterAsync(factory.CreateClient());

        await Actor.RefuseAsync(ann.InWorkspaceAsync(HttpMethod.Delete, ""), HttpStatusCode.Conflict, "WORKSPACE_002");
    }

    [Fact]
    public async Task Delete_ByOwner_ClosesItForAllAndRestoreOpensItAgain()
    {
        var crew = await Crew.OfAsync(factory);
        var admin = await crew.JoinAsync("admin");
        await Actor.RefuseAsync(admin.InWorkspaceAsync(HttpMethod.Delete, ""), HttpStatusCode.Forbidden, "USER_002");
        await Actor.OkAsync(crew.Owner.SendAsync(HttpMethod.Post, "workspaces", new { name = "Another" }), HttpStatusCode.Created);

        await Actor.OkAsync(crew.Owner.InWorkspaceAsync(HttpMethod.Delete, ""), HttpStatusCode.NoContent);

        Assert.Equal(SessionState.Stale, await crew.StateAsync(admin));
        await crew.Owner.RefreshAsync();
        await admin.RefreshAsync();
        Assert.DoesNotContain(crew.Workspace, new[] { crew.Owner.Workspace, admin.Workspace });
        await Actor.RefuseAsync(admin.SendAsync(HttpMethod.Post, $"workspaces/{crew.Workspace}/switch"), HttpStatusCode.NotFound, "WORKSPACE_001");
        await Actor.RefuseAsync(admin.SendAsync(HttpMethod.Post, $"workspaces/{crew.Workspace}/restore"), HttpStatusCode.NotFound, "WORKSPACE_001");

        var deleted = await Actor.OkAsync(crew.Owner.SendAsync(HttpMethod.Get, "workspaces?filter[deleted]=true"));
        Assert.Equal(crew.Workspace, Assert.Single(deleted.GetProperty("data").EnumerateArray()).GetProperty("id").GetGuid());
        await Actor.OkAsync(crew.Owner.SendAsync(HttpMethod.Post, $"workspaces/{crew.Workspace}/restore"));
        await admin.SwitchAsync(crew.Workspace);
    }

    [Fact]
    public async Task Transfer_ToMember_MovesOwnershipAndPlan()
    {
        var crew = await Crew.OfAsync(factory);
        var agent = await crew.JoinAsync("agent", Guid.CreateVersion7());
        await crew.SetTierAsync(agent, "PROFESSIONAL");

        var answer = await Actor.OkAsync(crew.Owner.InWorkspaceAsync(HttpMethod.Post, "transfer", new { userId = agent.UserId }));
        await agent.RefreshAsync();
        await crew.Owner.RefreshAsync();

        Assert.Equal(("admin", "PROFESSIONAL"), (Text(answer, "role"), Text(answer, "plan")));
        Assert.Contains("workspaces.delete", agent.Permissions);
        Assert.False(agent.Claims.TryGetProperty("accounts", out _));
        Assert.DoesNotContain("workspaces.delete", crew.Owner.Permissions);
        Assert.Equal(("PROFESSIONAL", "PROFESSIONAL"), (Text(agent.Claims, "plan"), Text(crew.Owner.Claims, "plan")));
    }

    [Fact]
    public async Task Transfer_ToStrangerOrSelf_IsRefused()
    {
        var crew = await Crew.OfAsync(factory);
        var owner = crew.Owner;

        await Actor.RefuseAsync(owner.InWorkspaceAsync(HttpMethod.Post, "transfer", new { userId = Guid.CreateVersion7() }), HttpStatusCode.NotFound, "MEMBER_001");
        await Actor.RefuseAsync(owner.InWorkspaceAsync(HttpMethod.Post, "transfer", new { userId = owner.UserId }), HttpStatusCode.BadRequest, "VALIDATION_001");
        await Actor.RefuseAsync(owner.InWorkspaceAsync(HttpMethod.Post, "transfer", new { }), HttpStatusCode.BadRequest, "VALIDATION_001");
    }

    [Fact]
    public async Task Usage_OfThePlan_CountsMembersAndWorkspaces()
    {
        var crew = await Crew.OfAsync(factory);
        await crew.JoinAsync("viewer");

        var usage = await Actor.OkAsync(crew.Owner.InWorkspaceAsync(HttpMethod.Get, "usage"));

        Assert.Equal((2, 3), (usage.GetProperty("members").GetProperty("used").GetInt32(), usage.GetProperty("members").GetProperty("limit").GetInt32()));
        Assert.Equal(1, usage.GetProperty("workspaces").GetProperty("used").GetInt32());
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
