using System.Reflection;
using Microsoft.EntityFrameworkCore;
using SocialSelling.ServiceDefaults.Data;

namespace SocialSelling.Testing;

/// <summary>Brings a fresh database to a service's newest migration before its host starts, as <c>--migrate</c> does.</summary>
public static class TestMigrations
{
    /// <summary>Migrates with the one context of the service's assembly.</summary>
    public static async Task ApplyAsync(Assembly service, TestDatabase database)
    {
        var contextType = service.GetTypes().Single(type => type.IsSubclassOf(typeof(ServiceDbContext)) && !type.IsAbstract);
        var options = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(contextType))!;
        options.UseNpgsql(database.MigrationsConnectionString, npgsql => npgsql.MigrationsHistoryTable("__ef_migrations_history", database.Schema));
        await using var context = (ServiceDbContext)Activator.CreateInstance(contextType, options.Options)!;
        await context.Database.MigrateAsync();
    }
}
