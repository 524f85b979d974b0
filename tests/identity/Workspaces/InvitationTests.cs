using System.Net;
using System.Net.Http.Json;
using SocialSelling.Testing;

namespace SocialSelling.Identity.Tests.Workspaces;

public sealed class InvitationTests(IdentityFactory factory)
{
    private const string Subject = "invited";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Invite_Stranger_RegistersIntoTheWorkspaceWithAVerifiedAddress()
    {
        var crew = await Crew.OfAsync(factory);
        var (account, email) = (Guid.CreateVersion7(), Person.NewEmail());
        await InviteAsync(crew, email, "agent", account);
        var token = await factory.Mails.TokenAsync(email, Subject);

        var preview = await Actor.OkAsync(PostAsync("preview", new { token }));
        var session = await Actor.OkAsync(RegisterAsync(token), HttpStatusCode.Created);

        Assert.Equal(("Ann Lee", email, "agent", false), (
            preview.GetProperty("inviter").GetString(), preview.GetProperty("email").GetString(), preview.GetProperty("role").GetString(),
            preview.GetProperty("accountExists").GetBoolean()));
        Assert.Equal(["accessToken", "refreshToken", "expiresIn", "tokenType", "user"], session.EnumerateObject().Select(member => member.Name));
        var claims = Jwt.Payload(session.GetProperty("accessToken").GetString()!);
        Assert.Equal(crew.Workspace, claims.GetProperty("workspace").GetGuid());
        Assert.Equal([account], claims.GetProperty("accounts").EnumerateArray().Select(id => id.GetGuid()));
        Assert.True(await IsVerifiedAsync(session.GetProperty("user").GetProperty("id").GetGuid()));
        await Actor.RefuseAsync(RegisterAsync(token), HttpStatusCode.NotFound, "INVITE_001");
        await Actor.RefuseAsync(PostAsync("preview", new { token }), HttpStatusCode.NotFound, "INVITE_001");
    }

    [Fact]
    public async Task Invite_UserWithAnAccount_AcceptsOnlyWithTheInvitedAddress()
    {
        var crew = await Crew.OfAsync(factory);
        var (invited, other) = (await Actor.RegisterAsync(factory.CreateClient()), await Actor.RegisterAsync(factory.CreateClient()));
        await InviteAsync(crew, invited.Email.ToUpperInvariant(), "manager");
        var token = await factory.Mails.TokenAsync(invited.Email.ToUpperInvariant(), Subject);

        await Actor.RefuseAsync(other.SendAsync(HttpMethod.Post, "invitations/accept", new { token }), HttpStatusCode.Forbidden, "INVITE_003");
        await Actor.RefuseAsync(RegisterAsync(token), HttpStatusCode.Conflict, "AUTH_002");
        var joined = await Actor.OkAsync(invited.SendAsync(HttpMethod.Post, "invitations/accept", new { token }));
        await invited.SwitchAsync(crew.Workspace);

        Assert.Equal("manager", joined.GetProperty("role").GetString());
        Assert.Contains("posts.manage", invited.Permissions);
        Assert.True(await IsVerifiedAsync(invited.UserId));
        await Actor.RefuseAsync(invited.SendAsync(HttpMethod.Post, "invitations/accept", new { token }), HttpStatusCode.NotFound, "INVITE_001");
        await Actor.RefuseAsync(InviteRawAsync(crew.Owner, invited.Email, "agent"), HttpStatusCode.Conflict, "INVITE_004");
    }

    [Fact]
    public async Task Register_SameLinkAtOnce_MakesOneAccount()
    {
        var crew = await Crew.OfAsync(factory);
        var email = Person.NewEmail();
        await InviteAsync(crew, email, "agent");
        var token = await factory.Mails.TokenAsync(email, Subject);

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => RegisterAsync(token)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict or HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Resend_Invitation_ReplacesTheLinkAndHasItsLimits()
    {
        var crew = await Crew.OfAsync(factory);
        var email = Person.NewEmail();
        var id = await InviteAsync(crew, email, "agent");
        var first = await factory.Mails.TokenAsync(email, Subject);

        using var soon = await crew.Owner.InWorkspaceAsync(HttpMethod.Post, $"invitations/{id}/resend");
        Assert.Equal((HttpStatusCode.TooManyRequests, true), (soon.StatusCode, soon.Headers.RetryAfter?.Delta > TimeSpan.Zero));
        await AgeAsync(id, "sent_at", "2 minutes");
        var resent = await Actor.OkAsync(crew.Owner.InWorkspaceAsync(HttpMethod.Post, $"invitations/{id}/resend"));
        await Eventually.That(() => Task.FromResult(factory.Mails.To(email).Count == 2));

        Assert.Equal(2, resent.GetProperty("mails").GetInt32());
        await Actor.RefuseAsync(PostAsync("preview", new { token = first }), HttpStatusCode.NotFound, "INVITE_001");
        await factory.Database.ExecuteAsync($"UPDATE identity.invitations SET sent_count = 5, sent_at = now() - interval '1 hour' WHERE id = '{id}'");
        await Actor.RefuseAsync(crew.Owner.InWorkspaceAsync(HttpMethod.Post, $"invitations/{id}/resend"), HttpStatusCode.TooManyRequests, "RATE_001");
    }

    [Fact]
    public async Task Revoke_AndExpiry_MakeTheLinkVoid()
    {
        var crew = await Crew.OfAsync(factory);
        var (revoked, expired) = (Person.NewEmail(), Person.NewEmail());
        var first = await InviteAsync(crew, revoked, "agent");
        var second = await InviteAsync(crew, expired, "agent");
        await Actor.RefuseAsync(InviteRawAsync(crew.Owner, expired, "viewer"), HttpStatusCode.Conflict, "INVITE_005");

        await Actor.OkAsync(crew.Owner.InWorkspaceAsync(HttpMethod.Delete, $"invitations/{first}"), HttpStatusCode.NoContent);
        await AgeAsync(second, "expires_at", "8 days");

        await Actor.RefuseAsync(PostAsync("preview", new { token = await factory.Mails.TokenAsync(revoked, Subject) }), HttpStatusCode.NotFound, "INVITE_001");
        await Actor.RefuseAsync(RegisterAsync(await factory.Mails.TokenAsync(expired, Subject)), HttpStatusCode.NotFound, "INVITE_002");
        await Actor.RefuseAsync(crew.Owner.InWorkspaceAsync(HttpMethod.Delete, $"invitations/{first}"), HttpStatusCode.NotFound, "INVITE_001");
        await InviteAsync(crew, expired, "viewer");
        var list = await Actor.OkAsync(crew.Owner.InWorkspaceAsync(HttpMethod.Get, "invitations?filter[status]=revoked"));
        Assert.Equal(2, list.GetProperty("meta").GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Invite_BeyondOwnRightsOrWithoutPermission_IsRefused()
    {
        var crew = await Crew.OfAsync(factory);
        var (admin, agent) = (await crew.JoinAsync("admin"), await crew.JoinAsync("agent"));

        await Actor.RefuseAsync(InviteRawAsync(admin, Person.NewEmail(), "owner"), HttpStatusCode.Forbidden, "USER_002");
        await Actor.RefuseAsync(InviteRawAsync(agent, Person.NewEmail(), "viewer"), HttpStatusCode.Forbidden, "USER_002");
        await Actor.RefuseAsync(InviteRawAsync(admin, "no address", "viewer"), HttpStatusCode.BadRequest, "VALIDATION_001");
        await Actor.RefuseAsync(InviteRawAsync(admin, Person.NewEmail(), "king"), HttpStatusCode.BadRequest, "VALIDATION_001");
    }

    [Fact]
    public async Task Invite_AddressNotVerified_WaitsForIt()
    {
        var crew = await Crew.OfAsync(factory);
        await crew.VerifyAsync(crew.Owner, verified: false);

        await Actor.RefuseAsync(InviteRawAsync(crew.Owner, Person.NewEmail(), "viewer"), HttpStatusCode.Forbidden, "AUTH_007");
    }

    [Fact]
    public async Task Invite_MoreThanThePlanAllows_CountsThoseWhoWait()
    {
        var crew = await Crew.OfAsync(factory);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => InviteRawAsync(crew.Owner, Person.NewEmail(), "viewer")));

        Assert.Equal(2, answers.Count(answer => answer.StatusCode == HttpStatusCode.Created));
        foreach (var refused in answers.Where(answer => answer.StatusCode != HttpStatusCode.Created))
        {
            await Problem.AssertAsync(refused, HttpStatusCode.Forbidden, "PLAN_MEMBERS");
        }
    }

    [Fact]
    public async Task Accept_WorkspaceFullByThen_IsRefused()
    {
        var crew = await Crew.OfAsync(factory);
        var email = Person.NewEmail();
        await InviteAsync(crew, email, "viewer");
        await crew.JoinAsync("viewer");
        await crew.JoinAsync("viewer");

        await Actor.RefuseAsync(RegisterAsync(await factory.Mails.TokenAsync(email, Subject)), HttpStatusCode.Forbidden, "PLAN_MEMBERS");
    }

    [Fact]
    public async Task Role_OfAnOpenInvitation_CannotBeDeleted()
    {
        var crew = await Crew.OfAsync(factory);
        var role = (await Actor.OkAsync(
            crew.Owner.InWorkspaceAsync(HttpMethod.Post, "roles", new { name = "Clerk", permissions = Clerk }), HttpStatusCode.Created))
            .GetProperty("id").GetString()!;
        var email = Person.NewEmail();
        await InviteAsync(crew, email, role);

        await Actor.RefuseAsync(crew.Owner.InWorkspaceAsync(HttpMethod.Delete, $"roles/{role}"), HttpStatusCode.Conflict, "ROLE_003");
        var session = await Actor.OkAsync(RegisterAsync(await factory.Mails.TokenAsync(email, Subject)), HttpStatusCode.Created);
        Assert.Equal(Clerk, Jwt.Payload(session.GetProperty("accessToken").GetString()!).GetProperty("permissions").EnumerateArray().Select(name => name.GetString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Token_Rubbish_IsRefused(string token)
    {
        using var answer = await PostAsync("preview", new { token });

        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound);
    }

    private static readonly string[] Clerk = ["workspaces.read"];

    private static Task<HttpResponseMessage> InviteRawAsync(Actor by, string email, string role) =>
        by.InWorkspaceAsync(HttpMethod.Post, "invitations", new { email, role });

    private static async Task<Guid> InviteAsync(Crew crew, string email, string role, params Guid[] accounts)
    {
        var body = new { email, role, accountIds = accounts.Length == 0 ? null : accounts };
        var made = await Actor.OkAsync(crew.Owner.InWorkspaceAsync(HttpMethod.Post, "invitations", body), HttpStatusCode.Created);
        return made.GetProperty("id").GetGuid();
    }

    private Task<HttpResponseMessage> PostAsync(string path, object body) =>
        factory.CreateClient().PostAsJsonAsync($"/api/v1/invitations/{path}", body, Token);

    private Task<HttpResponseMessage> RegisterAsync(string token) => PostAsync("register", new { token, name = "Bea Fox", password = Person.Password });

    private Task AgeAsync(Guid invitation, string column, string age) => factory.Database.ExecuteAsync(
        $"UPDATE identity.invitations SET {column} = {column} - interval '{age}' WHERE id = '{invitation}'");

    private async Task<bool> IsVerifiedAsync(Guid user)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(factory.Database.AdminConnectionString);
        await using var command = source.CreateCommand($"SELECT email_verified FROM identity.users WHERE id = '{user}'");
        return (bool)(await command.ExecuteScalarAsync(Token))!;
    }
}
