using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Analytics.Domain;

namespace SocialSelling.Analytics.Data.Configurations;

internal sealed class AccountSnapshotConfiguration : IEntityTypeConfiguration<AccountSnapshot>
{
    public void Configure(EntityTypeBuilder<AccountSnapshot> builder)
    {
        builder.HasKey(snapshot => new { snapshot.AccountId, snapshot.Day });
        builder.Property(snapshot => snapshot.Metrics).HasMetricsColumn();
        // Two collections at once: the second to save is tried again, so that the older never covers the newer.
        builder.Property(snapshot => snapshot.CollectedAt).IsConcurrencyToken();
        builder.HasIndex(snapshot => new { snapshot.WorkspaceId, snapshot.Day });
    }
}
