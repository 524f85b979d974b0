using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Admin;
using SocialSelling.Identity.Tests.Audit;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Redis;
using SocialSelling.Testing;

namespace SocialSelling.Identity.Tests.Admin;

public sealed class AdminUserTests(IdentityFactory factory)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "users")]
    [InlineData("GET", "users/01980000-0000-7000-8000-000000000000")]
    [InlineData("PATCH", "users/01980000-0000-7000-8000-000000000000")]
    [InlineData("POST", "users/01980000-0000-7000-8000-000000000000/sign-out")]
    [InlineData("PUT", "users/01980000-0000-7000-8000-000000000000/platform-admin")]
    [InlineData("DELETE", "users/01980000-0000-7000-8000-000000000000/platform-admin")]
    [InlineData("GET", "audit")]
    [InlineData("GET", "audit/export")]
    [InlineData("GET", "audit/verify")]
    public async Task Call_AsTheOwnerOfAWorkspace_IsForbidden(string method, string path)
    {
        var person = await Person.RegisterAsync(factory.CreateClient());

        using var response = await person.SendAsync(new HttpMethod(method), $"/api/v1/admin/{path}");

        await Problem.AssertAsync(response, HttpStatusCode.Forbidden, "USER_002");
    }

    [Fact]
    public async Task List_SearchAndFilters_FindUsers()
    {
        using var admin = await PlatformAdmin.CreateAsync(factory);
        var person = await Person.RegisterAsync(factory.CreateClient());
        var key = Uri.EscapeDataString(person.Email[..20].ToUpperInvariant());

        var found = (await admin.ReadAsync($"users?search={key}")).GetProperty("data");

        Assert.Equal(person.Registered.User.Id, Assert.Single(found.EnumerateArray()).GetProperty("id").GetGuid());
        Assert.Equal(("FREE", "active"), (found[0].GetProperty("subscriptionTier").GetString(), found[0].GetProperty("status").GetString()));
        Assert.Empty((await admin.ReadAsync($"users?search={key}&filter[tier]=ENTERPRISE")).GetProperty("data").EnumerateArray());
        Assert.Empty((await admin.ReadAsync($"users?search={key}&filter[status]=disabled")).GetProperty("data").EnumerateArray());
        Assert.Single((await admin.ReadAsync($"users?search={key}&filter[tier]=FREE&filter[status]=active&sort=email")).GetProperty("data").EnumerateArray());
        Assert.Contains((await admin.ReadAsync("users?filter[status]=admin&perPage=100")).GetProperty("data").EnumerateArray(), user => user.GetProperty("id").GetGuid() == admin.Id);
    }

    [Theory]
    [InlineData("filter[tier]=GOLD", "filter[tier]")]
    [InlineData("filter[status]=asleep", "filter[status]")]
    [InlineData("sort=passwordHash", "sort")]
    public async Task List_Rubbish_IsNamed(string query, string field)
    {
        using var admin = await PlatformAdmin.CreateAsync(factory);

        using var response = await admin.SendAsync(HttpMethod.Get, $"users?{query}");

        Assert.Equal([field], await Problem.AssertAsync(response, HttpStatusCode.BadRequest, "VALIDATION_001"));
    }

    [Fact]
    public async Task Get_User_TellsWorkspacesSessionsAndLastLogin()
    {
        using var admin = await PlatformAdmin.CreateAsync(factory);
        var person = await Person.RegisterAsync(factory.CreateClient());
        using var login = await person.LoginAsync(Person.Password);

        var details = await admin.ReadAsync($"users/{person.Registered.User.Id}");

        Assert.Equal(2, details.GetProperty("activeSessions").GetInt32());
        var workspace = Assert.Single(details.GetProperty("workspaces").EnumerateArray());
        Assert.Equal(("owner", true), (workspace.GetProperty("role").GetString(), workspace.GetProperty("isOwner").GetBoolean()));
        Assert.InRange(details.GetProperty("lastLoginAt").GetDateTimeOffset(), DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddMinutes(1));
        using var unknown = await admin.SendAsync(HttpMethod.Get, $"users/{Guid.CreateVersion7()}");
        await Problem.AssertAsync(unknown, HttpStatusCode.NotFound, "USER_001");
    }

    [Fact]
    public async Task Disable_User_EndsSessionsAndRefusesLoginAndRefreshUntilEnabled()
    {
        using var admin = await PlatformAdmin.CreateAsync(factory);
        var person = await Person.RegisterAsync(factory.CreateClient());

        using var disabled = await admin.PatchAsync(person.Registered.User.Id, new { disabled = true });
        using var again = await admin.PatchAsync(person.Registered.User.Id, new { disabled = true });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (disabled.StatusCode, again.StatusCode));
        Assert.False(await factory.Services.GetRequiredService<RedisStore>().ExistsAsync(SessionKeys.Of(person.SessionId), Token));
        using var login = await person.LoginAsync(Person.Password);
        await Problem.AssertAsync(login, HttpStatusCode.Forbidden, "AUTH_009");
        using var wrong = await person.LoginAsync("Wrong-Passw0rd");
        await Problem.AssertAsync(wrong, HttpStatusCode.Unauthorized, "AUTH_001");
        using var refresh = await person.RefreshAsync(person.Registered.RefreshToken);
        await Problem.AssertAsync(refresh, HttpStatusCode.Forbidden, "AUTH_009");

        using var enabled = await admin.PatchAsync(person.Registered.User.Id, new { disabled = false });
        using var back = await person.LoginAsync(Person.Password);
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        await AuditedAsync(person.Registered.User.Id, admin.Id, "user.disabled", "user.enabled");
    }

    [Fact]
    public async Task Disable_WhileLoginsAreUnderWay_LeavesNoSessionBehind()
    {
        using var admin = await PlatformAdmin.CreateAsync(factory);
        var person = await Person.RegisterAsync(factory.CreateClient());

        var logins = Enumerable.Range(0, 2).Select(_ => person.LoginAsync(Person.Password)).ToList();
        using var disabled = await admin.PatchAsync(person.Registered.User.Id, new { disabled = true });
        await Task.WhenAll(logins);

        var details = await admin.ReadAsync($"users/{person.Registered.User.Id}");
        Assert.Equal(0, details.GetProperty("activeSessions").GetInt32());
    }

    [Fact]
    public async Task ChangeTier_Owner_RenewsTheTokensOfTheWorkspacesMembers()
    {
        using var admin = await PlatformAdmin.CreateAsync(factory);
        var person = await Person.RegisterAsync(factory.CreateClient());
        var redis = factory.Services.GetRequiredService<RedisStore>();

        using var changed = await admin.PatchAsync(person.Registered.User.Id, new { subscriptionTier = "PROFESSIONAL" });

        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal("2", await redis.GetAsync(SessionKeys.Of(person.SessionId), Token));
        var next = await person.RefreshedAsync(person.Registered.RefreshToken);
        Assert.Equal("PROFESSIONAL", Jwt.Payload(next.AccessToken).GetProperty("plan").GetString());
        Assert.Equal("PROFESSIONAL", next.User.SubscriptionTier);
        await AuditedAsync(person.Registered.User.Id, admin.Id, "user.tier_changed");
    }

    [Theory]
    [InlineData("""{"subscriptionTier":"GOLD"}""")]
    [InlineData("""{}""")]
    [InlineData("""{"disabled":"yes"}""")]
    public async Task Change_Rubbish_IsRefused(string body)
    {
        using var admin = await PlatformAdmin.CreateAsync(factory);

        using var response = await admin.PatchAsync(admin.Id, System.Text.Json.JsonDocument.Parse(body));

        await Problem.AssertAsync(response, HttpStatusCode.BadRequest, "VALIDATION_001");
    }

    [Fact]
    public async Task Change_Oneself_CanNeitherDisableNorWithdraw()
    {
        using var admin = await PlatformAdmin.CreateAsync(factory);

        using var disabled = await admin.PatchAsync(admin.Id, new { disabled = true });
        using var withdrawn = await admin.SendAsync(HttpMethod.Delete, $"users/{admin.Id}/platform-admin");

        await Problem.AssertAsync(disabled, HttpStatusCode.Conflict, "ADMIN_001");
        await Problem.AssertAsync(withdrawn, HttpStatusCode.Conflict, "ADMIN_001");
    }

    [Fact]
    public async Task SignOut_User_EndsEverySession()
    {
        using var admin = await PlatformAdmin.CreateAsync(factory);
        var person = await Person.RegisterAsync(factory.CreateClient());

        using var response = await admin.SendAsync(HttpMethod.Post, $"users/{person.Registered.User.Id}/sign-out");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        using var refresh = await person.RefreshAsync(person.Registered.RefreshToken);
        await Problem.AssertAsync(refresh, HttpStatusCode.Unauthorized, "AUTH_005");
        await AuditedAsync(person.Registered.User.Id, admin.Id, "session.ended");
    }

    [Fact]
    public async Task Grant_User_SeesThePlatformButNoWorkspaceOfOthers_UntilWithdrawn()
    {
        using var admin = await PlatformAdmin.CreateAsync(factory);
        var person = await Person.RegisterAsync(factory.CreateClient());
        var id = person.Registered.User.Id;

        using var granted = await admin.SendAsync(HttpMethod.Put, $"users/{id}/platform-admin");
        var tokens = await person.RefreshedAsync(person.Registered.RefreshToken);
        using var allowed = await Person.SendAsync(factory.CreateClient(), HttpMethod.Get, "/api/v1/admin/users", tokens.AccessToken);
        var claims = Jwt.Payload(tokens.AccessToken);
        using var withdrawn = await admin.SendAsync(HttpMethod.Delete, $"users/{id}/platform-admin");
        var later = await person.RefreshedAsync(tokens.RefreshToken);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.OK, HttpStatusCode.NoContent), (granted.StatusCode, allowed.StatusCode, withdrawn.StatusCode));
        Assert.Equal(Jwt.Payload(person.Registered.AccessToken).GetProperty("workspace").GetGuid(), claims.GetProperty("workspace").GetGuid());
        Assert.DoesNotContain("platform.admin", Jwt.Payload(later.AccessToken).GetProperty("permissions").EnumerateArray().Select(permission => permission.GetString()));
        await AuditedAsync(id, admin.Id, "user.admin_granted", "user.admin_withdrawn");
    }

    [Fact]
    public async Task IsLast_WhenAllOthersAreDisabledOrOrdinary_HoldsThePlatformsLastAdministrator()
    {
        using var admin = await PlatformAdmin.CreateAsync(factory);

        // Undone at the end: other tests have administrators too.
        var (alone, among) = await factory.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<IdentityDbContext>();
            var rights = services.GetRequiredService<AdminRights>();
            var user = await db.Users.SingleAsync(user => user.Id == admin.Id, Token);
            await using var transaction = await db.Database.BeginTransactionAsync(Token);
            await db.Users.Where(other => other.Id != admin.Id).ExecuteUpdateAsync(set => set.SetProperty(other => other.IsPlatformAdmin, false), Token);
            var alone = await rights.IsLastAsync(user, Token);
            await db.Users.Where(other => other.Id != admin.Id).ExecuteUpdateAsync(set => set.SetProperty(other => other.IsPlatformAdmin, true), Token);
            return (alone, await rights.IsLastAsync(user, Token));
        });

        Assert.Equal((true, false), (alone, among));
    }

    private Task AuditedAsync(Guid user, Guid admin, params string[] actions) => Eventually.That(async () =>
    {
        var entries = (await factory.ReadChainAsync(AuditChain.Platform)).FindAll(entry => entry.TargetId == user.ToString() && entry.ActorId == admin.ToString());
        return entries.Select(entry => entry.Action).SequenceEqual(actions);
    });
}
