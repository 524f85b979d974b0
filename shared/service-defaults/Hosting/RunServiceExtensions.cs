using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.ServiceDefaults.Data;

namespace SocialSelling.ServiceDefaults.Hosting;

/// <summary>Runs a service.</summary>
public static class RunServiceExtensions
{
    /// <summary>With <c>--migrate</c> brings the schema up to date and returns (exit code 1 when that fails), else serves.</summary>
    public static async Task RunServiceAsync<TContext>(this WebApplication app, string[] args)
        where TContext : ServiceDbContext
    {
        if (!args.Contains("--migrate"))
        {
            await app.RunAsync();
            return;
        }

        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TContext>().Database.MigrateAsync();
    }
}
