using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Identity;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Privacy;
using SocialSelling.Testing;

namespace SocialSelling.Identity.Tests.Privacy;

public sealed class ErasureTests(IdentityFactory factory)
{
    private static readonly string[] Others = [.. DataServices.Others];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task User_AllServicesAnswer_IsForgottenToldAndReceipted()
    {
        await using var probe = await PrivacyProbe.StartAsync(factory, types => types.Capture<UserDeleted>().Capture<WorkspaceDeleted>().Capture<AuditEntryRecorded>());
        var client = factory.CreateClient();
        var (person, other) = (await Person.RegisterAsync(client), await Person.RegisterAsync(client));
        var kept = await TracesAsync(other.UserId());

        var id = await factory.BeginErasureAsync(ErasureScope.User, person.UserId(), person.UserId());
        await probe.Bus.ReceivedAsync<UserDeleted>(deleted => deleted.ErasureId == id && deleted.UserId == person.UserId());
        await probe.AnswerAsync(id, Others);
        // Whose workspace nobody else is in goes too, and first.
        var workspace = await probe.Bus.ReceivedAsync<WorkspaceDeleted>(deleted => deleted.WorkspaceId == person.WorkspaceId());
        await probe.AnswerAsync(workspace.ErasureId, Others);
        await factory.CompletedAsync(id);

        Assert.Equal(["erasures.requested_by", "erasures.subject_id"], (await TracesAsync(person.UserId())).Keys);
        Assert.Equal(["erasures.subject_id"], (await TracesAsync(person.WorkspaceId())).Keys);
        Assert.Equal(kept, await TracesAsync(other.UserId()));
        Assert.False(await factory.QueryAsync(db => db.Users.AnyAsync(user => EF.Functions.ILike(user.Email, person.Email), Token)));
        await factory.Mails.ReceivedAsync(person.Email, "");
        await probe.Bus.ReceivedAsync<AuditEntryRecorded>(entry => entry.Action == "data.erased" && entry.TargetId == person.UserId().ToString());
        using var refused = await person.SendAsync(HttpMethod.Get, "/api/v1/auth/me");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        var receipt = await factory.QueryAsync(db => db.Erasures.Include(row => row.Answers).SingleAsync(row => row.Id == id, Token));
        Assert.All(receipt.Answers, answer => Assert.NotNull(answer.CompletedAt));
        Assert.Equal(1, receipt.Answers.Single(answer => answer.Service == "identity").Erased["users"]);
    }

    [Fact]
    public async Task User_OneServiceIsAway_StaysUntilItHasAnsweredAndIsAskedAgain()
    {
        await using var probe = await PrivacyProbe.StartAsync(factory, types => types.Capture<UserDeleted>());
        var person = await Person.RegisterAsync(factory.CreateClient());
        var id = await factory.BeginErasureAsync(ErasureScope.User, person.UserId());
        await probe.AnswerAsync(id, [.. Others.Except(["messaging"])]);
        await Eventually.That(() => factory.QueryAsync(async db =>
            (await db.Erasures.Include(row => row.Answers).SingleAsync(row => row.Id == id, Token)).Answers.Count(answer => answer.CompletedAt != null) == 4));

        await factory.AgeAsync("erasures", id, "11 minutes");
        await factory.WatchAsync();

        await Eventually.That(() => Task.FromResult(probe.Bus.Of<UserDeleted>().Count(deleted => deleted.ErasureId == id) == 2));
        Assert.True(await factory.QueryAsync(db => db.Users.AnyAsync(user => user.Id == person.UserId(), Token)));
        Assert.Equal(id, await factory.BeginErasureAsync(ErasureScope.User, person.UserId()));
    }

    [Fact]
    public async Task Workspace_AllServicesAnswer_GoesAndItsPeopleStay()
    {
        await using var probe = await PrivacyProbe.StartAsync(factory);
        var client = factory.CreateClient();
        var (owner, guest) = (await Person.RegisterAsync(client), await Person.RegisterAsync(client));
        await JoinAsync(guest.UserId(), owner.WorkspaceId(), "agent");
        var kept = await TracesAsync(guest.WorkspaceId());

        var id = await factory.BeginErasureAsync(ErasureScope.Workspace, owner.WorkspaceId(), owner.UserId());
        await probe.AnswerAsync(id, Others);
        await probe.AnswerAsync(id, Others);
        await factory.CompletedAsync(id);

        Assert.Equal(["erasures.subject_id"], (await TracesAsync(owner.WorkspaceId())).Keys);
        Assert.Equal(kept, await TracesAsync(guest.WorkspaceId()));
        Assert.Equal(2, await factory.QueryAsync(db => db.Users.CountAsync(user => user.Id == owner.UserId() || user.Id == guest.UserId(), Token)));
        using var mine = await guest.SendAsync(HttpMethod.Get, "/api/v1/auth/me");
        Assert.Equal(HttpStatusCode.OK, mine.StatusCode);
    }

    [Fact]
    public async Task User_OwnsAWorkspaceWithOthers_HandsItOver()
    {
        await using var probe = await PrivacyProbe.StartAsync(factory);
        var client = factory.CreateClient();
        var (owner, heir, leaving) = (await Person.RegisterAsync(client), await Person.RegisterAsync(client), await Person.RegisterAsync(client));
        await JoinAsync(heir.UserId(), owner.WorkspaceId(), "viewer");
        await JoinAsync(leaving.UserId(), owner.WorkspaceId(), "admin");
        await factory.Database.ExecuteAsync($"UPDATE identity.users SET deleted_at = now() WHERE id = '{leaving.UserId()}'");

        var id = await factory.BeginErasureAsync(ErasureScope.User, owner.UserId());
        await probe.AnswerAsync(id, Others);
        await factory.CompletedAsync(id);

        var workspace = await factory.QueryAsync(db => db.Workspaces.SingleAsync(row => row.Id == owner.WorkspaceId(), Token));
        Assert.Equal(heir.UserId(), workspace.OwnerId);
        Assert.Equal("owner", await factory.QueryAsync(db =>
            db.WorkspaceMembers.Where(member => member.WorkspaceId == workspace.Id && member.UserId == heir.UserId()).Select(member => member.Role).SingleAsync(Token)));
    }

    [Fact]
    public async Task Receipt_IsForWhoeverAskedAndForAdministrators()
    {
        var client = factory.CreateClient();
        var (owner, other) = (await Person.RegisterAsync(client), await Person.RegisterAsync(client));
        var id = await factory.BeginErasureAsync(ErasureScope.Workspace, Guid.CreateVersion7(), owner.UserId());

        using var mine = await owner.SendAsync(HttpMethod.Get, $"/api/v1/privacy/erasures/{id}");
        using var theirs = await other.SendAsync(HttpMethod.Get, $"/api/v1/privacy/erasures/{id}");
        using var listed = await owner.SendAsync(HttpMethod.Get, "/api/v1/admin/erasures");

        var receipt = await mine.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.Equal(DataServices.All.Order(), receipt.GetProperty("services").EnumerateArray().Select(share => share.GetProperty("service").GetString()));
        Assert.Equal("workspace", receipt.GetProperty("scope").GetString());
        await Problem.AssertAsync(theirs, HttpStatusCode.NotFound, "PRIVACY_006");
        await Problem.AssertAsync(listed, HttpStatusCode.Forbidden, "USER_002");
    }

    /// <summary>Audit entries stay: they hold ids only.</summary>
    private async Task<Dictionary<string, long>> TracesAsync(Guid id) =>
        (await factory.Database.FindAsync(id)).Where(trace => !trace.Key.StartsWith("audit_", StringComparison.Ordinal)).ToDictionary();

    private Task<int> JoinAsync(Guid userId, Guid workspaceId, string role) => factory.QueryAsync(async db =>
    {
        db.Add(WorkspaceMember.Join(workspaceId, userId, role, DateTimeOffset.UtcNow));
        return await db.SaveChangesAsync(Token);
    });
}
