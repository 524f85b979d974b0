using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SocialSelling.ServiceDefaults.Data;

/// <summary>Enums are stored as their lower snake_case names: readable in SQL and indifferent to reordering.</summary>
internal sealed class EnumTextConvention : IPropertyAddedConvention
{
    public void ProcessPropertyAdded(IConventionPropertyBuilder propertyBuilder, IConventionContext<IConventionPropertyBuilder> context)
    {
        var type = Nullable.GetUnderlyingType(propertyBuilder.Metadata.ClrType) ?? propertyBuilder.Metadata.ClrType;
        if (!type.IsEnum) return;
        var converter = (ValueConverter)Activator.CreateInstance(typeof(EnumTextConverter<>).MakeGenericType(type))!;
        propertyBuilder.HasConversion(converter);
    }
}
