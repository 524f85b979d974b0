using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Workers;

namespace SocialSelling.Identity.Tests;

public sealed class ExpiredSessionWorkerTests(IdentityFactory factory)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Clean_ExpiredTokensAndOldSessions_DeletesOnlyThose()
    {
        var client = factory.CreateClient();
        var (gone, expired, alive) = (await Person.RegisterAsync(client), await Person.RegisterAsync(client), await Person.RegisterAsync(client));
        await AgeAsync(gone, "61 days");
        await AgeAsync(expired, "31 days");

        await factory.Services.GetServices<IHostedService>().OfType<ExpiredSessionWorker>().Single().CleanAsync(Token);

        Assert.Equal([(0, 0), (1, 0), (1, 1)], [await CountAsync(gone), await CountAsync(expired), await CountAsync(alive)]);
    }

    private Task AgeAsync(Person person, string age) => factory.Database.ExecuteAsync(
        $"""
        UPDATE identity.sessions SET expires_at = expires_at - interval '{age}' WHERE id = '{person.SessionId}';
        UPDATE identity.refresh_tokens SET expires_at = expires_at - interval '{age}' WHERE session_id = '{person.SessionId}';
        """);

    private Task<(int Sessions, int Tokens)> CountAsync(Person person) => factory.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<IdentityDbContext>();
        return (await db.Sessions.CountAsync(session => session.Id == person.SessionId, Token),
            await db.RefreshTokens.CountAsync(token => token.SessionId == person.SessionId, Token));
    });
}
