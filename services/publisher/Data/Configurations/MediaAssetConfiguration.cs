using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Publisher.Domain;

namespace SocialSelling.Publisher.Data.Configurations;

internal sealed class MediaAssetConfiguration : IEntityTypeConfiguration<MediaAsset>
{
    public void Configure(EntityTypeBuilder<MediaAsset> builder)
    {
        builder.Property(media => media.Id).ValueGeneratedNever();
        builder.Property(media => media.ObjectKey).HasMaxLength(200);
        builder.Property(media => media.ContentType).HasMaxLength(100);
        builder.Property(media => media.Sha256).HasMaxLength(64).IsFixedLength();
        builder.Property(media => media.AltText).HasMaxLength(1000);
        builder.Ignore(media => media.FitsInstagramFeed);
        builder.HasIndex(media => new { media.WorkspaceId, media.CreatedAt });
        builder.HasIndex(media => media.ObjectKey).IsUnique();
        builder.HasIndex(media => media.UploadedBy);
    }
}
