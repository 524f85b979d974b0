using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Data.Configurations;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.ActorType).HasMaxLength(AuditEntry.MaxNameLength);
        builder.Property(entry => entry.ActorId).HasMaxLength(AuditEntry.MaxIdLength);
        builder.Property(entry => entry.Action).HasMaxLength(AuditEntry.MaxNameLength);
        builder.Property(entry => entry.TargetType).HasMaxLength(AuditEntry.MaxNameLength);
        builder.Property(entry => entry.TargetId).HasMaxLength(AuditEntry.MaxIdLength);
        builder.Property(entry => entry.Address).HasMaxLength(AuditEntry.MaxAddressLength);
        builder.Property(entry => entry.UserAgent).HasMaxLength(AuditEntry.MaxUserAgentLength);
        builder.Property(entry => entry.Service).HasMaxLength(AuditEntry.MaxNameLength);

        // A fork of a chain is impossible, whatever the lock may have missed.
        builder.HasIndex(entry => new { entry.ChainId, entry.Sequence }).IsUnique();
        builder.HasIndex(entry => new { entry.ChainId, entry.OccurredAt, entry.Id });
        builder.HasIndex(entry => new { entry.ChainId, entry.ActorId, entry.OccurredAt });
        builder.HasIndex(entry => new { entry.ChainId, entry.TargetId, entry.OccurredAt });
    }
}
