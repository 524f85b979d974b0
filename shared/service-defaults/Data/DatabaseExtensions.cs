using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.ServiceDefaults.Outbox;

namespace SocialSelling.ServiceDefaults.Data;

/// <summary>Registers the service's database.</summary>
public static class DatabaseExtensions
{
    /// <summary>Adds the data source (also for raw Npgsql), the pooled <typeparamref name="TContext"/>, its readiness check, the outbox with its relay, and the clean-up of old rows.</summary>
    public static WebApplicationBuilder AddServiceDatabase<TContext>(this WebApplicationBuilder builder)
        where TContext : ServiceDbContext
    {
        builder.Services.AddDbContextPool<TContext>((services, options) =>
            options.UseNpgsql(services.GetRequiredService<IConfiguration>().GetConnectionString("Database")));
        builder.Services.AddScoped<ServiceDbContext>(services => services.GetRequiredService<TContext>());
        builder.Services.AddScoped<IEventOutbox, EventOutbox>();
        builder.Services.AddSingleton<OutboxSignal>();
        return builder;
    }
}
