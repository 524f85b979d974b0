using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Messaging.Domain;

namespace SocialSelling.Messaging.Data.Configurations;

internal sealed class ContactConfiguration : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.Property(contact => contact.Id).ValueGeneratedNever();
        builder.HasIndex(contact => new { contact.WorkspaceId, contact.AccountId, contact.PlatformId }).IsUnique();
        builder.HasIndex(contact => new { contact.WorkspaceId, contact.CreatedAt, contact.Id });
    }
}
