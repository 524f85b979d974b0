using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SocialSelling.Contracts.Identity;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Workers;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Redis;
using SocialSelling.Testing;

namespace SocialSelling.Identity.Tests.Deletion;

public sealed class AccountDeletionTests(IdentityFactory factory)
{
    private const string Path = "/api/v1/users/me";
    private const string Subject = "Your account will be deleted";

    private readonly HttpClient client = factory.CreateClient();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Delete_SoleOwner_ClosesAccountAndWorkspaceAtOnce()
    {
        var person = await Person.RegisterAsync(client);

        using var response = await person.SendAsync(HttpMethod.Delete, Path);
        var erasedAfter = (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("erasedAfter").GetDateTimeOffset();

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.InRange(erasedAfter, DateTimeOffset.UtcNow.AddDays(29.9), DateTimeOffset.UtcNow.AddDays(30));
        Assert.False(await factory.Services.GetRequiredService<RedisStore>().ExistsAsync(SessionKeys.Of(person.SessionId), Token));
        using var login = await person.LoginAsync(Person.Password);
        await Problem.AssertAsync(login, HttpStatusCode.Forbidden, "USER_006");
        using var refresh = await person.RefreshAsync(person.Registered.RefreshToken);
        await Problem.AssertAsync(refresh, HttpStatusCode.Unauthorized, "AUTH_005");
        Assert.NotNull((await WorkspaceAsync(person)).DeletedAt);
        Assert.Contains("/account/restore#token=", (await factory.Mails.ReceivedAsync(person.Email, Subject)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delete_LoginOfLongAgo_AsksForStepUp()
    {
        var person = await Person.RegisterAsync(client);
        await factory.Database.ExecuteAsync(
            $"UPDATE identity.sessions SET authenticated_at = now() - interval '1 hour' WHERE id = '{person.SessionId}'");

        using var response = await person.SendAsync(HttpMethod.Delete, Path);

        await Problem.AssertAsync(response, HttpStatusCode.Forbidden, "AUTH_008");
    }

    [Fact]
    public async Task Delete_LastOwnerOfOthers_SaysWhatToDo()
    {
        var (owner, member) = (await Person.RegisterAsync(client), await Person.RegisterAsync(client));
        await JoinAsync(member, owner, "admin");

        using var response = await owner.SendAsync(HttpMethod.Delete, Path);

        await Problem.AssertAsync(response, HttpStatusCode.Conflict, "USER_004");
        await owner.RefreshedAsync(owner.Registered.RefreshToken);
    }

    [Fact]
    public async Task Delete_BothOwnersAtOnce_OneIsRefused()
    {
        var (first, second, member) = (await Person.RegisterAsync(client), await Person.RegisterAsync(client), await Person.RegisterAsync(client));
        await JoinAsync(second, first, "owner");
        await JoinAsync(member, first, "viewer");

        var answers = await Task.WhenAll(first.SendAsync(HttpMethod.Delete, Path), second.SendAsync(HttpMethod.Delete, Path));

        Assert.Equal([HttpStatusCode.Accepted, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
        Assert.Null((await WorkspaceAsync(first)).DeletedAt);
    }

    [Fact]
    public async Task Restore_LinkOfTheMail_BringsEverythingBackOnce()
    {
        var person = await Person.RegisterAsync(client);
        using var deleted = await person.SendAsync(HttpMethod.Delete, Path);
        var token = await factory.Mails.TokenAsync(person.Email, Subject);

        using var response = await RestoreAsync(token);
        using var again = await RestoreAsync(token);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        await Problem.AssertAsync(again, HttpStatusCode.BadRequest, "USER_005");
        Assert.Null((await WorkspaceAsync(person)).DeletedAt);
        using var login = await person.LoginAsync(Person.Password);
        Assert.Equal((await WorkspaceAsync(person)).Id, Jwt.Payload((await Person.ReadAsync(login)).AccessToken).GetProperty("workspace").GetGuid());
    }

    [Fact]
    public async Task Restore_AddressAndPassword_BringsTheAccountBack()
    {
        var person = await Person.RegisterAsync(client);
        using var deleted = await person.SendAsync(HttpMethod.Delete, Path);

        using var wrong = await RestoreAsync(person.Email, "Wrong-Passw0rd");
        using var response = await RestoreAsync(person.Email, Person.Password);
        using var again = await RestoreAsync(person.Email, Person.Password);

        await Problem.AssertAsync(wrong, HttpStatusCode.Unauthorized, "AUTH_001");
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        await Problem.AssertAsync(again, HttpStatusCode.BadRequest, "USER_005");
        using var login = await person.LoginAsync(Person.Password);
        Assert.Equal(HttpStatusCode.OK, login.StatusCode);
    }

    [Fact]
    public async Task Restore_NothingGiven_NamesTheToken()
    {
        using var response = await client.PostAsJsonAsync("/api/v1/auth/restore", new { email = "ann@example.org" }, Token);

        Assert.Equal(["token"], await Problem.AssertAsync(response, HttpStatusCode.BadRequest, "VALIDATION_001"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Restore_Rubbish_Refuses(string token)
    {
        using var response = await RestoreAsync(token);

        await Problem.AssertAsync(response, HttpStatusCode.BadRequest, token.Length == 0 ? "VALIDATION_001" : "USER_005");
    }

    [Fact]
    public async Task Worker_GraceOver_BeginsTheErasuresOnce()
    {
        await using var probe = await BusProbe.StartAsync(types => types.Capture<UserDeleted>().Capture<WorkspaceDeleted>());
        var (due, waiting) = (await Person.RegisterAsync(client), await Person.RegisterAsync(client));
        using var first = await due.SendAsync(HttpMethod.Delete, Path);
        using var second = await waiting.SendAsync(HttpMethod.Delete, Path);
        var token = await factory.Mails.TokenAsync(due.Email, Subject);
        await AgeAsync(due);

        await RunWorkerAsync();
        await RunWorkerAsync();

        var workspace = WorkspaceIdOf(due);
        await probe.ReceivedAsync<WorkspaceDeleted>(deleted => deleted.WorkspaceId == workspace);
        await probe.ReceivedAsync<UserDeleted>(deleted => deleted.UserId == due.Registered.User.Id);
        Assert.Single(probe.Of<UserDeleted>(), deleted => deleted.UserId == due.Registered.User.Id);
        Assert.False(await factory.InScopeAsync(services => services.GetRequiredService<IdentityDbContext>().Erasures.AnyAsync(
            erasure => erasure.SubjectId == waiting.Registered.User.Id, Token)));
        using var late = await RestoreAsync(token);
        await Problem.AssertAsync(late, HttpStatusCode.BadRequest, "USER_005");
    }

    private Task RunWorkerAsync() => factory.Services.GetServices<IHostedService>().OfType<ErasureWorker>().Single().RunOnceAsync(Token);

    private Task<HttpResponseMessage> RestoreAsync(string token) => client.PostAsJsonAsync("/api/v1/auth/restore", new { token }, Token);

    private Task<HttpResponseMessage> RestoreAsync(string email, string password) =>
        client.PostAsJsonAsync("/api/v1/auth/restore", new { email, password }, Token);

    private Task JoinAsync(Person person, Person owner, string role) => factory.Database.ExecuteAsync(
        $"""
        INSERT INTO identity.workspace_members (workspace_id, user_id, role, created_at)
        VALUES ('{WorkspaceIdOf(owner)}', '{person.Registered.User.Id}', '{role}', now())
        """);

    private Task AgeAsync(Person person) => factory.Database.ExecuteAsync(
        $"""
        UPDATE identity.users SET deleted_at = deleted_at - interval '31 days' WHERE id = '{person.Registered.User.Id}';
        UPDATE identity.workspaces SET deleted_at = deleted_at - interval '31 days' WHERE id = '{WorkspaceIdOf(person)}';
        """);

    private Task<Workspace> WorkspaceAsync(Person person)
    {
        var id = WorkspaceIdOf(person);
        return factory.InScopeAsync(services => services.GetRequiredService<IdentityDbContext>().Workspaces.SingleAsync(workspace => workspace.Id == id, Token));
    }

    private static Guid WorkspaceIdOf(Person person) => Jwt.Payload(person.Registered.AccessToken).GetProperty("workspace").GetGuid();
}
