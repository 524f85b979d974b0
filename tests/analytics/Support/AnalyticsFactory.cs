using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SocialSelling.Analytics.Data;
using SocialSelling.Analytics.Workers;
using SocialSelling.Testing;
using Xunit;

namespace SocialSelling.Analytics.Tests.Support;

/// <summary>Analytics without its daily worker: a test starts as many as it wants.</summary>
public sealed class AnalyticsFactory : ServiceFactory<Program>
{
    internal Task<T> WithDbAsync<T>(Func<AnalyticsDbContext, Task<T>> action) =>
        InScopeAsync(services => action(services.GetRequiredService<AnalyticsDbContext>()));

    internal Task SaveAsync(params object[] entities) => WithDbAsync(async db =>
    {
        db.AddRange(entities);
        return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    internal DailyCollectionWorker NewWorker() => ActivatorUtilities.CreateInstance<DailyCollectionWorker>(Services);

    /// <summary>The host must run before anything is published, for its queues are made when it starts.</summary>
    internal Task<BusProbe> ProbeAsync(Action<BusProbeTypes>? capture = null)
    {
        CreateClient().Dispose();
        return BusProbe.StartAsync(capture);
    }

    protected override void ConfigureServices(IServiceCollection services)
    {
        var worker = services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(DailyCollectionWorker));
        services.Remove(worker);
    }
}
