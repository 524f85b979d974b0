using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace SocialSelling.ServiceDefaults.Data;

/// <summary>Tables, columns, keys, foreign keys and indexes are named in snake_case; a name given explicitly stays as it is.</summary>
internal sealed class SnakeCaseConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        var entities = modelBuilder.Metadata.GetEntityTypes().Where(entity => !entity.IsMappedToJson()).ToList();
        foreach (var entity in entities) RenameTable(entity);
        foreach (var entity in entities) RenameMembers(entity);
    }

    private static void RenameTable(IConventionEntityType entity)
    {
        if (entity.BaseType is null && entity.GetTableName() is { } table) entity.Builder.ToTable(SnakeCase.Of(table));
    }

    private static void RenameMembers(IConventionEntityType entity)
    {
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table);
        RenameColumns(entity, table);
        foreach (var key in entity.GetDeclaredKeys()) key.Builder.HasName(Lower(key.GetName()));
        foreach (var foreignKey in entity.GetDeclaredForeignKeys()) foreignKey.Builder.HasConstraintName(Lower(foreignKey.GetConstraintName()));
        foreach (var index in entity.GetDeclaredIndexes()) index.Builder.HasDatabaseName(Lower(index.GetDatabaseName()));
    }

    private static void RenameColumns(IConventionTypeBase type, StoreObjectIdentifier? table)
    {
        foreach (var property in type.GetDeclaredProperties()) RenameColumn(property, table);
        foreach (var complex in type.GetDeclaredComplexProperties()) RenameColumns(complex.ComplexType, table);
    }

    private static void RenameColumn(IConventionProperty property, StoreObjectIdentifier? table)
    {
        var name = table is { } identifier ? property.GetColumnName(identifier) : property.GetColumnName();
        if (name is not null) property.Builder.HasColumnName(SnakeCase.Of(name));
    }

    // Constraint names are prefix_table_columns already; only their case differs.
    private static string? Lower(string? name) => name is null ? null : SnakeCase.Of(name).Replace("__", "_", StringComparison.Ordinal);
}
