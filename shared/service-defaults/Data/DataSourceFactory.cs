using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using SocialSelling.ServiceDefaults.Hosting;

namespace SocialSelling.ServiceDefaults.Data;

internal static class DataSourceFactory
{
    // Never connected to; it lets the model be looked at without a configuration.
    private const string DesignTimeConnection = "Host=localhost;Database=design";

    public static NpgsqlDataSource Create(IServiceProvider services)
    {
        var schema = services.GetRequiredService<ServiceSchema>().Name;
        var connection = DesignTime.IsActive ? new NpgsqlConnectionStringBuilder(DesignTimeConnection) : FromOptions(services, schema);
        var builder = new NpgsqlDataSourceBuilder(connection.ConnectionString) { Name = schema };
        builder.UseLoggerFactory(services.GetRequiredService<ILoggerFactory>());
        return builder.Build();
    }

    private static NpgsqlConnectionStringBuilder FromOptions(IServiceProvider services, string schema)
    {
        var options = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        return new NpgsqlConnectionStringBuilder(options.ConnectionString)
        {
            ApplicationName = schema,
            SearchPath = schema,
            MaxPoolSize = options.MaxPoolSize,
            Timeout = options.ConnectTimeout,
            CommandTimeout = options.CommandTimeout,
            TcpKeepAlive = true,
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 3,
            // No code changes session state, so there is nothing to reset; it would cost a command per use.
            NoResetOnClose = true,
        };
    }
}
