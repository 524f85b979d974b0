using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Data.Configurations;

internal sealed class DataExportConfiguration : IEntityTypeConfiguration<DataExport>
{
    /// <summary>One at a time for each user, also when two requests come at once.</summary>
    public const string RunningIndex = "ux_data_exports_running";

    public void Configure(EntityTypeBuilder<DataExport> builder)
    {
        builder.Property(export => export.Id).ValueGeneratedNever();
        builder.Property(export => export.State).HasMaxLength(16);
        builder.Property(export => export.Failure).HasMaxLength(DataExport.MaxFailureLength);
        builder.HasMany(export => export.Shares).WithOne().HasForeignKey(share => share.ExportId);
        builder.HasMany<DataExportPart>().WithOne().HasForeignKey(part => part.ExportId);
        builder.HasIndex(export => export.UserId, RunningIndex).IsUnique().HasFilter("state = 'preparing'").HasDatabaseName(RunningIndex);
        builder.HasIndex(export => new { export.UserId, export.RequestedAt });
        builder.HasIndex(export => export.WorkspaceId);
        builder.HasIndex(export => export.AskedAt).HasFilter("state = 'preparing'");
        builder.HasIndex(export => export.ExpiresAt).HasFilter("state = 'ready'");
    }
}
