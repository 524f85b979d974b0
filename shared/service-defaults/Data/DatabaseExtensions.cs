using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using SocialSelling.ServiceDefaults.Hosting;
using SocialSelling.ServiceDefaults.Outbox;
using SocialSelling.ServiceDefaults.Plans;

namespace SocialSelling.ServiceDefaults.Data;

/// <summary>Registers the service's database.</summary>
public static class DatabaseExtensions
{
    /// <summary>Adds the data source (also for raw Npgsql), the pooled <typeparamref name="TContext"/>, its readiness check, the outbox, and the clean-up of old rows.</summary>
    /// <remarks>
    /// There is no retrying execution strategy: it forbids transactions of one's own, and repeating an unknown commit is not safe.
    /// A request that meets a failing database fails; a consumer is tried again by the bus.
    /// </remarks>
    public static WebApplicationBuilder AddServiceDatabase<TContext>(this WebApplicationBuilder builder)
        where TContext : ServiceDbContext
    {
        var services = builder.Services;
        services.AddServiceOptions<DatabaseOptions, DatabaseOptionsValidator>("Database")
            .Configure<IConfiguration>((o, configuration) => o.ConnectionString = configuration.GetConnectionString("Database") ?? "");
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(ServiceSchema.Of<TContext>());
        services.AddSingleton(DataSourceFactory.Create);
        services.AddDbContextPool<TContext>(Configure);
        services.AddScoped<ServiceDbContext>(provider => provider.GetRequiredService<TContext>());
        services.AddHealthChecks().AddCheck<DatabaseHealthCheck>("postgres", tags: ["ready"]);
        services.AddHostedService<TableCleaner>();
        services.AddOutbox();
        services.AddServiceOptions<PlanOptions, PlanOptionsValidator>(PlanOptions.Section);
        services.AddScoped<PlanGuard>();
        return builder;
    }

    private static void Configure(IServiceProvider services, DbContextOptionsBuilder options) => options
        .UseNpgsql(services.GetRequiredService<NpgsqlDataSource>(), npgsql =>
            npgsql.MigrationsHistoryTable("__ef_migrations_history", services.GetRequiredService<ServiceSchema>().Name))
        .AddInterceptors(services.GetRequiredService<OutboxAnnouncer>());
}
