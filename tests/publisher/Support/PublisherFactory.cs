using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SocialSelling.Publisher.Data;
using SocialSelling.Publisher.Workers;
using SocialSelling.Testing;
using Xunit;

namespace SocialSelling.Publisher.Tests.Support;

/// <summary>The publisher without its due-post worker: a test starts as many as it wants.</summary>
public sealed class PublisherFactory : ServiceFactory<Program>
{
    internal Task<T> WithDbAsync<T>(Func<PublisherDbContext, Task<T>> action) =>
        InScopeAsync(services => action(services.GetRequiredService<PublisherDbContext>()));

    internal Task SaveAsync(params object[] entities) => WithDbAsync(async db =>
    {
        db.AddRange(entities);
        return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    internal async Task<RunningWorker> StartWorkerAsync()
    {
        var worker = ActivatorUtilities.CreateInstance<DuePostWorker>(Services, ActivatorUtilities.CreateInstance<DuePostListener>(Services));
        await worker.StartAsync(TestContext.Current.CancellationToken);
        return new RunningWorker(worker);
    }

    /// <summary>Posts of earlier tests leave the queue.</summary>
    internal Task ClearDuePostsAsync() =>
        WithDbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE publisher.scheduled_posts SET status = 'cancelled' WHERE status = 'scheduled'"));

    protected override void ConfigureServices(IServiceCollection services)
    {
        var worker = services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(DuePostWorker));
        services.Remove(worker);
    }
}
