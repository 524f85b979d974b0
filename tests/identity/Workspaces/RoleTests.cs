using System.Net;
using System.Text.Json;
using SocialSelling.Contracts.Access;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Tests.Workspaces;

public sealed class RoleTests(IdentityFactory factory)
{
    private static readonly string[] Looking = ["workspaces.read"];
    private static readonly string[] Managing = ["posts.manage"];
    private static readonly string[] Reading = ["workspaces.read", "conversations.read"];

    [Fact]
    public async Task Catalogue_Permissions_AreAllDescribed()
    {
        var ann = await Actor.RegisterAsync(factory.CreateClient());

        var list = (await Actor.OkAsync(ann.SendAsync(HttpMethod.Get, "permissions"))).GetProperty("data").EnumerateArray().ToList();

        Assert.Equal(PermissionCatalogue.All.Select(permission => permission.Name), list.Select(permission => Text(permission, "name")));
        Assert.All(list, permission => Assert.EndsWith(".", Text(permission, "description"), StringComparison.Ordinal));
        Assert.All(list, permission => Assert.Equal(Text(permission, "name"), $"{Text(permission, "resource")}.{Text(permission, "action")}"));
        Assert.False(list.Single(permission => Text(permission, "name") == "platform.admin").GetProperty("grantable").GetBoolean());
    }

    [Fact]
    public async Task List_Roles_ShowsBuiltInAndOwn()
    {
        var crew = await Crew.OfAsync(factory);
        await MakeAsync(crew.Owner, "Night shift", Reading);

        var roles = (await Actor.OkAsync(crew.Owner.InWorkspaceAsync(HttpMethod.Get, "roles"))).GetProperty("data").EnumerateArray().ToList();

        Assert.Equal(["owner", "admin", "manager", "agent", "viewer", "Night shift"], roles.Select(role => Text(role, "name")));
        Assert.Equal(1, roles[0].GetProperty("members").GetInt32());
        var one = await Actor.OkAsync(crew.Owner.InWorkspaceAsync(HttpMethod.Get, $"roles/{Text(roles[^1], "id")}"));
        Assert.Equal(Reading, one.GetProperty("permissions").EnumerateArray().Select(permission => permission.GetString()));
    }

    [Fact]
    public async Task CustomRole_Changed_ReachesItsHoldersAtOnce()
    {
        var crew = await Crew.OfAsync(factory);
        var role = await MakeAsync(crew.Owner, "Night shift", Reading);
        var member = await crew.JoinAsync(role);
        Assert.Equal(Reading, member.Permissions);

        await Actor.OkAsync(crew.Owner.InWorkspaceAsync(
            HttpMethod.Patch, $"roles/{role}", new { name = "Day shift", permissions = (string[])[.. Reading, "messages.send"] }));

        Assert.Equal(SessionState.Stale, await crew.StateAsync(member));
        await member.RefreshAsync();
        Assert.Equal([.. Reading, "messages.send"], member.Permissions);
    }

    [Fact]
    public async Task Delete_RoleInUse_IsRefusedUntilNobodyHasIt()
    {
        var crew = await Crew.OfAsync(factory);
        var role = await MakeAsync(crew.Owner, "Night shift", Reading);
        var member = await crew.JoinAsync(role);

        await Actor.RefuseAsync(crew.Owner.InWorkspaceAsync(HttpMethod.Delete, $"roles/{role}"), HttpStatusCode.Conflict, "ROLE_003");
        await Actor.OkAsync(crew.Owner.InWorkspaceAsync(HttpMethod.Patch, $"members/{member.UserId}", new { role = "viewer" }));
        await Actor.OkAsync(crew.Owner.InWorkspaceAsync(HttpMethod.Delete, $"roles/{role}"), HttpStatusCode.NoContent);
        await Actor.RefuseAsync(crew.Owner.InWorkspaceAsync(HttpMethod.Get, $"roles/{role}"), HttpStatusCode.NotFound, "ROLE_001");
    }

    [Theory]
    [InlineData("workspaces.delete")]
    [InlineData("workspaces.transfer")]
    [InlineData("workspaces.export")]
    [InlineData("platform.admin")]
    [InlineData("cookies.eat")]
    [InlineData("")]
    public async Task Create_WithWhatNoRoleCanHave_IsNamed(string permission)
    {
        var crew = await Crew.OfAsync(factory);

        using var response = await crew.Owner.InWorkspaceAsync(HttpMethod.Post, "roles", new { name = "Bad", permissions = new[] { "posts.read", permission } });

        Assert.Equal(["permissions"], await Problem.AssertAsync(response, HttpStatusCode.BadRequest, "VALIDATION_001"));
    }

    [Fact]
    public async Task Create_AboveOwnRights_IsRefused()
    {
        var crew = await Crew.OfAsync(factory);
        var clerk = await crew.JoinAsync(await MakeAsync(crew.Owner, "Clerk", ["workspaces.read", "roles.manage"]));
        var mighty = await MakeAsync(crew.Owner, "Mighty", Managing);

        await Actor.RefuseAsync(
            clerk.InWorkspaceAsync(HttpMethod.Post, "roles", new { name = "More", permissions = Managing }), HttpStatusCode.Forbidden, "USER_002");
        await Actor.RefuseAsync(
            clerk.InWorkspaceAsync(HttpMethod.Patch, $"roles/{mighty}", new { name = "Less", permissions = Looking }),
            HttpStatusCode.Forbidden, "USER_002");
        await Actor.RefuseAsync(clerk.InWorkspaceAsync(HttpMethod.Delete, $"roles/{mighty}"), HttpStatusCode.Forbidden, "USER_002");
        await MakeAsync(clerk, "Same", Looking);
    }

    [Theory]
    [InlineData("Night SHIFT")]
    [InlineData("Owner")]
    [InlineData("custom")]
    public async Task Create_NameTaken_IsRefused(string name)
    {
        var crew = await Crew.OfAsync(factory);
        await MakeAsync(crew.Owner, "Night shift", Reading);

        await Actor.RefuseAsync(
            crew.Owner.InWorkspaceAsync(HttpMethod.Post, "roles", new { name, permissions = Reading }), HttpStatusCode.Conflict, "ROLE_002");
    }

    [Fact]
    public async Task BuiltInRole_Change_IsRefused()
    {
        var crew = await Crew.OfAsync(factory);

        await Actor.RefuseAsync(crew.Owner.InWorkspaceAsync(HttpMethod.Delete, "roles/agent"), HttpStatusCode.Conflict, "ROLE_005");
        await Actor.RefuseAsync(crew.Owner.InWorkspaceAsync(HttpMethod.Delete, "roles/nobody"), HttpStatusCode.NotFound, "ROLE_001");
    }

    [Fact]
    public async Task Role_OfAnotherWorkspace_CannotBeGiven()
    {
        var (crew, other) = (await Crew.OfAsync(factory), await Crew.OfAsync(factory));
        var role = await MakeAsync(other.Owner, "Theirs", Reading);
        var agent = await crew.JoinAsync("agent");

        await Actor.RefuseAsync(
            crew.Owner.InWorkspaceAsync(HttpMethod.Patch, $"members/{agent.UserId}", new { role }), HttpStatusCode.BadRequest, "VALIDATION_001");
        await Actor.RefuseAsync(crew.Owner.InWorkspaceAsync(HttpMethod.Get, $"roles/{role}"), HttpStatusCode.NotFound, "ROLE_001");
    }

    private static async Task<string> MakeAsync(Actor actor, string name, string[] permissions) => Text(
        await Actor.OkAsync(actor.InWorkspaceAsync(HttpMethod.Post, "roles", new { name, permissions }), HttpStatusCode.Created), "id")!;

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
