using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Data.Configurations;

internal sealed class ErasureAnswerConfiguration : IEntityTypeConfiguration<ErasureAnswer>
{
    private static readonly ValueComparer<Dictionary<string, long>> ByReference =
        new((left, right) => ReferenceEquals(left, right), value => value.GetHashCode(), value => value);

    public void Configure(EntityTypeBuilder<ErasureAnswer> builder)
    {
        builder.ToTable("erasure_answers");
        builder.HasKey(answer => new { answer.ErasureId, answer.Service });
        builder.Property(answer => answer.Service).HasMaxLength(ErasureAnswer.MaxServiceLength);
        builder.Property(answer => answer.Erased).HasColumnType("jsonb").HasConversion(
            erased => JsonSerializer.Serialize(erased, JsonSerializerOptions.Default),
            text => JsonSerializer.Deserialize<Dictionary<string, long>>(text, JsonSerializerOptions.Default)!,
            ByReference);
    }
}
