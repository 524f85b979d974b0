using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Analytics.Domain;

namespace SocialSelling.Analytics.Data.Configurations;

internal sealed class CollectionRunConfiguration : IEntityTypeConfiguration<CollectionRun>
{
    public void Configure(EntityTypeBuilder<CollectionRun> builder)
    {
        builder.HasKey(run => new { run.AccountId, run.Day });
        builder.HasIndex(run => run.WorkspaceId);
    }
}
