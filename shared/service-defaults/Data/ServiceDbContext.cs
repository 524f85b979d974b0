using Microsoft.EntityFrameworkCore;
using SocialSelling.ServiceDefaults.Idempotency;
using SocialSelling.ServiceDefaults.Outbox;
using SocialSelling.ServiceDefaults.Privacy;

namespace SocialSelling.ServiceDefaults.Data;

/// <summary>Base of the one context of a service: its own schema, snake_case names, and the tables of outbox, inbox, idempotency keys, exports and erasures.</summary>
/// <remarks>Every <c>IEntityTypeConfiguration</c> of the derived context's assembly is applied.</remarks>
public abstract class ServiceDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>The service's schema, named like the service and like its role.</summary>
    protected abstract string Schema { get; }

    /// <summary>Events that wait to be published; a row is deleted once the broker has confirmed it.</summary>
    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();

    /// <summary>Messages that were consumed, each once a consumer.</summary>
    public DbSet<InboxMessage> InboxMessages => Set<InboxMessage>();

    /// <summary>Answers that are repeated for a repeated <c>Idempotency-Key</c>.</summary>
    public DbSet<IdempotencyKey> IdempotencyKeys => Set<IdempotencyKey>();

    internal string SchemaName => Schema;

    /// <summary>Set while events were added whose commit has not been seen yet.</summary>
    internal bool HasUnannouncedEvents { get; set; }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        modelBuilder.ApplyConfiguration(new OutboxMessageConfiguration());
        modelBuilder.ApplyConfiguration(new InboxMessageConfiguration());
        modelBuilder.ApplyConfiguration(new IdempotencyKeyConfiguration());
        modelBuilder.ApplyConfiguration(new PrivacyJobConfiguration());
        modelBuilder.ApplyConfiguration(new ErasedWorkspaceConfiguration());
        modelBuilder.ApplyConfigurationsFromAssembly(GetType().Assembly);
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Conventions.Add(_ => new SnakeCaseConvention());
        configurationBuilder.Conventions.Add(_ => new EnumTextConvention());
    }
}
