using System.Net;
using SocialSelling.Testing;

namespace SocialSelling.Identity.Tests.Audit;

public sealed class DeniedAccessTests(IdentityFactory factory)
{
    [Fact]
    public async Task Refusal_ManyTimesInAMinute_IsRecordedOnceWithWhatWasMissing()
    {
        var client = factory.CreateClient();
        var person = await Person.RegisterAsync(client);
        var workspace = Jwt.Payload(person.Registered.AccessToken).GetProperty("workspace").GetGuid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => person.SendAsync(HttpMethod.Get, "/api/v1/admin/audit?search=x")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode));
        await Eventually.That(async () => (await factory.ReadChainAsync(workspace)).Exists(entry => entry.Action == "access.denied"));
        using var logout = await person.SendAsync(HttpMethod.Post, "/api/v1/auth/logout");
        await Eventually.That(async () => (await factory.ReadChainAsync(workspace)).Exists(entry => entry.Action == "user.logged_out"));
        var entry = Assert.Single(await factory.ReadChainAsync(workspace), entry => entry.Action == "access.denied");
        Assert.Equal(("endpoint", "GET /api/v1/admin/audit", """{"requires":"platform.admin"}"""), (entry.TargetType, entry.TargetId, entry.After));
        Assert.Equal(("user", person.Registered.User.Id.ToString()), (entry.ActorType, entry.ActorId));
    }
}
