using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SocialSelling.Contracts.Identity;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Privacy;
using SocialSelling.Identity.Workers;
using SocialSelling.Testing;

namespace SocialSelling.Identity.Tests.Privacy;

/// <summary>Plays the other services towards identity.</summary>
internal static class PrivacyFixtures
{
    public static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Begins an erasure as the features do that decide it.</summary>
    public static Task<Guid> BeginErasureAsync(this IdentityFactory factory, ErasureScope scope, Guid subjectId, Guid? requestedBy = null) =>
        factory.InScopeAsync(async services =>
        {
            var erasures = services.GetRequiredService<ErasureService>();
            var id = scope == ErasureScope.User
                ? await erasures.BeginUserErasureAsync(subjectId, requestedBy, Token)
                : await erasures.BeginWorkspaceErasureAsync(subjectId, requestedBy, Token);
            await services.GetRequiredService<IdentityDbContext>().SaveChangesAsync(Token);
            return id;
        });

    public static async Task AnswerAsync(this PrivacyProbe probe, Guid erasureId, params string[] services)
    {
        foreach (var service in services)
        {
            await probe.Bus.PublishAsync(new ErasureCompleted
            {
                ErasureId = erasureId,
                Service = service,
                Erased = new Dictionary<string, long> { ["rows"] = 7 },
                OccurredAt = DateTimeOffset.UtcNow,
            });
        }
    }

    public static Task<T> QueryAsync<T>(this IdentityFactory factory, Func<IdentityDbContext, Task<T>> query) =>
        factory.InScopeAsync(services => query(services.GetRequiredService<IdentityDbContext>()));

    public static Task CompletedAsync(this IdentityFactory factory, Guid erasureId) =>
        Eventually.That(() => factory.QueryAsync(db => db.Erasures.AnyAsync(row => row.Id == erasureId && row.CompletedAt != null)));

    public static Task WatchAsync(this IdentityFactory factory) =>
        factory.Services.GetServices<IHostedService>().OfType<PrivacyWatch>().Single().RunOnceAsync(Token);

    public static Task AgeAsync(this IdentityFactory factory, string table, Guid id, string age) => factory.Database.ExecuteAsync(
        $"UPDATE identity.{table} SET requested_at = requested_at - interval '{age}', asked_at = asked_at - interval '{age}' WHERE id = '{id}'");
}
