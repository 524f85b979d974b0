using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Data.Configurations;

internal sealed class ErasureConfiguration : IEntityTypeConfiguration<Erasure>
{
    public void Configure(EntityTypeBuilder<Erasure> builder)
    {
        builder.Property(erasure => erasure.Id).ValueGeneratedNever();
        builder.Property(erasure => erasure.Scope).HasMaxLength(16);
        builder.HasMany(erasure => erasure.Answers).WithOne().HasForeignKey(answer => answer.ErasureId);
        builder.HasIndex(erasure => new { erasure.Scope, erasure.SubjectId }).IsUnique();
        builder.HasIndex(erasure => erasure.AskedAt).HasFilter("completed_at IS NULL");
        builder.HasIndex(erasure => erasure.RequestedBy);
    }
}
