using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Data.Configurations;

internal sealed class DataExportPartConfiguration : IEntityTypeConfiguration<DataExportPart>
{
    public void Configure(EntityTypeBuilder<DataExportPart> builder)
    {
        builder.ToTable("data_export_parts");
        builder.HasKey(part => new { part.ExportId, part.Service, part.Sequence });
        builder.Property(part => part.Service).HasMaxLength(ErasureAnswer.MaxServiceLength);
        builder.Property(part => part.File).HasMaxLength(DataExportPart.MaxFileLength);
    }
}
