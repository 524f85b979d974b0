using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.ServiceDefaults.Privacy;

namespace SocialSelling.Identity.Features.Privacy;

/// <summary>Where identity's tables name a user or a workspace, as the model says: a table that is added later is not forgotten.</summary>
internal static class IdentityTables
{
    private const string Nobody = "'00000000-0000-0000-0000-000000000000'";

    /// <summary>Deletes the rows whose column holds the subject; tables that point to others come before them.</summary>
    public static IEnumerable<ErasureStep> DeleteBy(IdentityDbContext db, string column, params Type[] except) =>
        from entity in InOrder(db.Model)
        where !except.Contains(entity.ClrType)
        from property in entity.GetProperties()
        where property.GetColumnName() == column && IsId(property)
        select ErasureStep.Delete(entity.GetTableName()!, $"{column} = $1");

    /// <summary>Takes the user out of columns such as <c>invited_by</c>, whose rows belong to a workspace. Receipts keep the id.</summary>
    public static IEnumerable<ErasureStep> MakeNameless(IdentityDbContext db) =>
        from entity in db.Model.GetEntityTypes()
        where entity.ClrType != typeof(Erasure) && IsOwn(entity)
        from property in entity.GetProperties()
        let column = property.GetColumnName()
        where column.EndsWith("_by", StringComparison.Ordinal) && IsId(property)
        select ErasureStep.Update(
            entity.GetTableName()!, $"{column} = {(property.IsNullable ? "NULL" : Nobody)}", $"{column} = $1", $"{entity.GetTableName()}_made_nameless");

    // What the suite's base adds, such as the note that a workspace is gone, stays.
    private static bool IsOwn(IEntityType entity) => entity.ClrType.Assembly == typeof(User).Assembly && entity.GetTableName() is not null;

    private static bool IsId(IProperty property) => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(Guid);

    private static List<IEntityType> InOrder(IModel model)
    {
        var ordered = new List<IEntityType>();
        foreach (var entity in model.GetEntityTypes().Where(IsOwn)) Visit(entity, ordered, []);
        return ordered;
    }

    private static void Visit(IEntityType entity, List<IEntityType> ordered, HashSet<IEntityType> path)
    {
        if (ordered.Contains(entity) || !path.Add(entity)) return;
        foreach (var dependent in entity.GetReferencingForeignKeys()) Visit(dependent.DeclaringEntityType, ordered, path);
        ordered.Add(entity);
    }
}
