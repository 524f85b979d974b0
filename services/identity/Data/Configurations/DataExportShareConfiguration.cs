using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Data.Configurations;

internal sealed class DataExportShareConfiguration : IEntityTypeConfiguration<DataExportShare>
{
    public void Configure(EntityTypeBuilder<DataExportShare> builder)
    {
        builder.ToTable("data_export_shares");
        builder.HasKey(share => new { share.ExportId, share.Service });
        builder.Property(share => share.Service).HasMaxLength(ErasureAnswer.MaxServiceLength);
    }
}
