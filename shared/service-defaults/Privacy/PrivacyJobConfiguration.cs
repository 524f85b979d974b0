using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialSelling.ServiceDefaults.Privacy;

internal sealed class PrivacyJobConfiguration : IEntityTypeConfiguration<PrivacyJob>
{
    private static readonly ValueComparer<Dictionary<string, long>> ByReference =
        new((left, right) => ReferenceEquals(left, right), value => value.GetHashCode(), value => value);

    public void Configure(EntityTypeBuilder<PrivacyJob> builder)
    {
        builder.ToTable("privacy_jobs");
        builder.Property(job => job.Id).ValueGeneratedNever();
        builder.Property(job => job.Kind).HasMaxLength(20);
        builder.Property(job => job.Counts).HasColumnType("jsonb").HasConversion(
            counts => JsonSerializer.Serialize(counts, JsonSerializerOptions.Default),
            text => JsonSerializer.Deserialize<Dictionary<string, long>>(text, JsonSerializerOptions.Default)!,
            ByReference);
        builder.Ignore(job => job.IsExport);
        builder.Ignore(job => job.IsOfWorkspace);
        builder.HasIndex(job => job.NextAttemptAt).HasFilter("completed_at IS NULL");
    }
}
