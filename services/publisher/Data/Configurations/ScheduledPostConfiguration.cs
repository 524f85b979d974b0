using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Publisher.Domain;

namespace SocialSelling.Publisher.Data.Configurations;

internal sealed class ScheduledPostConfiguration : IEntityTypeConfiguration<ScheduledPost>
{
    public void Configure(EntityTypeBuilder<ScheduledPost> builder)
    {
        builder.Property(post => post.Id).ValueGeneratedNever();
        builder.Property(post => post.PostType).HasMaxLength(20);
        builder.Property(post => post.Caption).HasMaxLength(2200);
        builder.Property(post => post.AltText).HasMaxLength(1000);
        builder.Property(post => post.PlatformPostId).HasMaxLength(64);
        builder.Property(post => post.Permalink).HasMaxLength(500);
        // Of two results that arrive at once, the second finds the state changed, is tried again and sees the first.
        builder.Property(post => post.Status).HasMaxLength(20).IsConcurrencyToken();
        builder.Property(post => post.ErrorDetails).HasColumnType("jsonb").HasConversion(
            error => JsonSerializer.Serialize(error, JsonSerializerOptions.Web),
            json => JsonSerializer.Deserialize<PostError>(json, JsonSerializerOptions.Web));
        builder.HasOne<MediaAsset>().WithMany().HasForeignKey(post => post.MediaId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(post => new { post.WorkspaceId, post.ScheduledTime });
        builder.HasIndex(post => new { post.WorkspaceId, post.CreatedAt });
        builder.HasIndex(post => post.CreatedBy);
        // The due-post worker reads nothing but this index, however many posts have already run.
        builder.HasIndex(post => post.ScheduledTime).HasFilter("status = 'scheduled'").HasDatabaseName("ix_scheduled_posts_due");
    }
}
