using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Analytics.Domain;

namespace SocialSelling.Analytics.Data.Configurations;

internal sealed class PostMetricsConfiguration : IEntityTypeConfiguration<PostMetrics>
{
    public void Configure(EntityTypeBuilder<PostMetrics> builder)
    {
        builder.HasKey(metrics => new { metrics.AccountId, metrics.PlatformMediaId });
        builder.HasIndex(metrics => metrics.WorkspaceId);
        builder.Property(metrics => metrics.PlatformMediaId).HasMaxLength(64);
        builder.Property(metrics => metrics.Metrics).HasMetricsColumn();
        builder.Property(metrics => metrics.CollectedAt).IsConcurrencyToken();
    }
}
