using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SocialSelling.ServiceDefaults.Data;

namespace SocialSelling.ServiceDefaults.Hosting;

/// <summary>Runs a service.</summary>
public static partial class RunServiceExtensions
{
    /// <summary>With <c>--migrate</c> brings the schema up to date and returns (exit code 1 when that fails), else serves.</summary>
    /// <remarks>
    /// Two that migrate at once wait for each other: EF locks the history table. It connects by <c>ConnectionStrings:Migrations</c> where that is
    /// set: the role that owns tables which the service's own role may not change.
    /// </remarks>
    public static async Task RunServiceAsync<TContext>(this WebApplication app, string[] args)
        where TContext : ServiceDbContext
    {
        if (!args.Contains("--migrate"))
        {
            await app.RunAsync();
            return;
        }

        await using var disposeOfApp = app;
        await using var scope = app.Services.CreateAsyncScope();
        try
        {
            var database = scope.ServiceProvider.GetRequiredService<TContext>().Database;
            if (MigrationConnection.Of(app.Services) is { } owner) database.SetConnectionString(owner);
            await database.MigrateAsync();
            LogMigrated(app.Logger, typeof(TContext).Name);
        }
        catch (Exception error) when (error is DbException or InvalidOperationException)
        {
            LogFailed(app.Logger, error);
            Environment.ExitCode = 1;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Context} is up to date")]
    private static partial void LogMigrated(ILogger logger, string context);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Migration failed")]
    private static partial void LogFailed(ILogger logger, Exception error);
}
