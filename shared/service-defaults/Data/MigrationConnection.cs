using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace SocialSelling.ServiceDefaults.Data;

internal static class MigrationConnection
{
    /// <summary>The owner's connection string, or null where the service's own role owns everything.</summary>
    public static string? Of(IServiceProvider services)
    {
        var given = services.GetRequiredService<IConfiguration>().GetConnectionString("Migrations");
        if (string.IsNullOrWhiteSpace(given)) return null;
        var schema = services.GetRequiredService<ServiceSchema>().Name;
        return new NpgsqlConnectionStringBuilder(given) { ApplicationName = $"{schema}-migrate", SearchPath = schema }.ConnectionString;
    }
}
