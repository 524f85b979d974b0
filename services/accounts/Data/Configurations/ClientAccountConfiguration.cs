using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Accounts.Domain;

namespace SocialSelling.Accounts.Data.Configurations;

internal sealed class ClientAccountConfiguration : IEntityTypeConfiguration<ClientAccount>
{
    /// <summary>The name of the rule that an account on a platform is connected to one workspace at a time.</summary>
    public const string OneWorkspaceIndex = "ix_client_accounts_connected_once";

    public void Configure(EntityTypeBuilder<ClientAccount> builder)
    {
        builder.ToTable("client_accounts");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Platform).HasMaxLength(20);
        builder.Property(a => a.PlatformAccountId).HasMaxLength(64);
        builder.Property(a => a.Username).HasMaxLength(200);
        builder.Property(a => a.Name).HasMaxLength(200);
        builder.Property(a => a.ProfilePictureUrl).HasMaxLength(4000);
        builder.Property(a => a.Status).HasMaxLength(20);
        builder.Property(a => a.Metadata).HasColumnType("jsonb").HasConversion(
            m => JsonSerializer.Serialize(m, JsonSerializerOptions.Web), text => JsonSerializer.Deserialize<AccountMetadata>(text, JsonSerializerOptions.Web)!);
        builder.HasIndex(a => new { a.WorkspaceId, a.Platform, a.PlatformAccountId }).IsUnique();
        builder.HasIndex(a => new { a.Platform, a.PlatformAccountId }, OneWorkspaceIndex).IsUnique().HasFilter("status <> 'disconnected'");
        builder.HasIndex(a => a.Status);
    }
}
