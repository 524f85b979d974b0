using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Analytics.Domain;

namespace SocialSelling.Analytics.Data.Configurations;

internal sealed class TrackedPostConfiguration : IEntityTypeConfiguration<TrackedPost>
{
    public void Configure(EntityTypeBuilder<TrackedPost> builder)
    {
        builder.Property(post => post.Id).ValueGeneratedNever();
        builder.Property(post => post.Outcome).HasMaxLength(20).IsConcurrencyToken();
        builder.Property(post => post.PlatformMediaId).HasMaxLength(64);
        builder.Property(post => post.Permalink).HasMaxLength(500);
        builder.Property(post => post.Caption).HasMaxLength(2200);
        builder.Property(post => post.ErrorCode).HasMaxLength(40);
        builder.HasIndex(post => new { post.WorkspaceId, post.EndedAt });
        builder.HasIndex(post => new { post.AccountId, post.EndedAt });
    }
}
