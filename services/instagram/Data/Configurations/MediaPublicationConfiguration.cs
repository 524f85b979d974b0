using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Instagram.Domain.Publishing;

namespace SocialSelling.Instagram.Data.Configurations;

internal sealed class MediaPublicationConfiguration : IEntityTypeConfiguration<MediaPublication>
{
    public void Configure(EntityTypeBuilder<MediaPublication> builder)
    {
        builder.ToTable("media_publications");
        builder.HasKey(p => p.PostId);
        builder.Property(p => p.PostId).ValueGeneratedNever();
        builder.Property(p => p.State).HasMaxLength(20);
        builder.Property(p => p.ContainerId).HasMaxLength(64);
        builder.Property(p => p.PlatformMediaId).HasMaxLength(64);
        builder.Property(p => p.FailureCode).HasMaxLength(20);
        builder.Property(p => p.FailureReason).HasMaxLength(500);
        builder.Ignore(p => p.IsOver);
        builder.Property<uint>("Version").IsRowVersion();
        builder.HasIndex(p => p.WorkspaceId);
        builder.HasIndex(p => p.NextStepAt, "ix_media_publications_open").HasFilter("state not in ('published', 'failed')");
        builder.HasIndex(p => new { p.AccountId, p.PlatformMediaId }).IsUnique().HasFilter("platform_media_id is not null");
    }
}
