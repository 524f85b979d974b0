using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Data.Configurations;

internal sealed class MailConfiguration : IEntityTypeConfiguration<Mail>
{
    public void Configure(EntityTypeBuilder<Mail> builder)
    {
        builder.ToTable("mails");
        builder.Property(mail => mail.Id).ValueGeneratedNever();
        builder.Property(mail => mail.Template).HasMaxLength(64);
        builder.Property(mail => mail.Language).HasMaxLength(8);
        builder.Property(mail => mail.State).HasMaxLength(16);
        builder.Property(mail => mail.SealingKeyId).HasMaxLength(64);
        builder.Property(mail => mail.Failure).HasMaxLength(Mail.MaxFailureLength);

        // An attempt that outlived its lease must not overwrite what its successor found.
        builder.Property(mail => mail.Attempts).IsConcurrencyToken();
        builder.HasIndex(mail => mail.NextAttemptAt).HasFilter("state IN ('queued', 'sending')");
        builder.HasIndex(mail => mail.EndedAt);
    }
}
