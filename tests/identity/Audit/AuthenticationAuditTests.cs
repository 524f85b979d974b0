using SocialSelling.Identity.Domain;
using SocialSelling.Testing;

namespace SocialSelling.Identity.Tests.Audit;

public sealed class AuthenticationAuditTests(IdentityFactory factory)
{
    private readonly HttpClient client = factory.CreateClient();

    [Fact]
    public async Task Account_FromRegistrationToLogout_LeavesItsTraces()
    {
        client.DefaultRequestHeaders.UserAgent.ParseAdd("audit-tests/1.0");
        var person = await Person.RegisterAsync(client);
        using var login = await person.LoginAsync(Person.Password);
        using var logout = await person.SendAsync(HttpMethod.Post, "/api/v1/auth/logout");

        var workspace = Jwt.Payload(person.Registered.AccessToken).GetProperty("workspace").GetGuid();
        await Eventually.That(async () => (await factory.ReadChainAsync(workspace)).Count >= 4);
        var entries = await factory.ReadChainAsync(workspace);
        Assert.Equal(["user.logged_in", "user.logged_in", "user.logged_out", "user.registered"], entries.Select(entry => entry.Action).Order());
        Assert.All(entries, entry => Assert.Equal(
            ("user", person.Registered.User.Id.ToString(), "audit-tests/1.0"), (entry.ActorType, entry.ActorId, entry.UserAgent)));
    }

    [Fact]
    public async Task FailedLogin_OfAKnownUser_StandsInThePlatformsChainWithoutTheAddressThatWasTyped()
    {
        var person = await Person.RegisterAsync(client);
        using var failed = await person.LoginAsync("Wrong-Passw0rd");

        var entry = await Eventually.Value(async () => (await factory.ReadChainAsync(AuditChain.Platform))
            .Find(entry => entry.Action == "user.login_failed" && entry.TargetId == person.Registered.User.Id.ToString()));
        Assert.Equal(("anonymous", null, null), (entry.ActorType, entry.ActorId, entry.After));
    }

    [Fact]
    public async Task RefreshToken_UsedTwice_IsRecorded()
    {
        var person = await Person.RegisterAsync(client);
        var next = await person.RefreshedAsync(person.Registered.RefreshToken);
        _ = await person.RefreshedAsync(next.RefreshToken);
        using var reused = await person.RefreshAsync(person.Registered.RefreshToken);

        var workspace = Jwt.Payload(person.Registered.AccessToken).GetProperty("workspace").GetGuid();
        var entry = await Eventually.Value(async () => (await factory.ReadChainAsync(workspace)).Find(entry => entry.Action == "session.refresh_reused"));
        Assert.Equal(person.SessionId.ToString(), entry.TargetId);
    }
}
