using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Analytics.Domain;

namespace SocialSelling.Analytics.Data.Configurations;

internal sealed class PostMetricsDayConfiguration : IEntityTypeConfiguration<PostMetricsDay>
{
    public void Configure(EntityTypeBuilder<PostMetricsDay> builder)
    {
        builder.HasKey(metrics => new { metrics.AccountId, metrics.PlatformMediaId, metrics.Day });
        builder.HasIndex(metrics => metrics.WorkspaceId);
        builder.Property(metrics => metrics.PlatformMediaId).HasMaxLength(64);
        builder.Property(metrics => metrics.Metrics).HasMetricsColumn();
        builder.Property(metrics => metrics.CollectedAt).IsConcurrencyToken();
    }
}
