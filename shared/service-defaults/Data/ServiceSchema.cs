using Microsoft.EntityFrameworkCore;

namespace SocialSelling.ServiceDefaults.Data;

/// <summary>The schema of this process's context, which is also the service's name: search path, role, queue prefix.</summary>
internal sealed record ServiceSchema(string Name)
{
    public static ServiceSchema Of<TContext>()
        where TContext : ServiceDbContext
    {
        // The options need the schema before a context can be configured; without a provider the instance only tells its name.
        using var context = (TContext)Activator.CreateInstance(typeof(TContext), new DbContextOptions<TContext>())!;
        return new ServiceSchema(context.SchemaName);
    }
}
