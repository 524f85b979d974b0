using SocialSelling.Contracts.Access;

namespace SocialSelling.Identity.Domain;

/// <summary>Names a role: a built-in one by its name, a custom one by its id. The API has both as one text.</summary>
internal readonly record struct RoleRef(string Name, Guid? Id)
{
    public string Key => Id?.ToString() ?? Name;

    public static RoleRef BuiltIn(string name) => new(name, null);

    public static RoleRef Custom(Guid id) => new(WorkspaceMember.CustomRole, id);

    /// <summary>What the API's text names; whether a custom role exists is for the database to say.</summary>
    public static RoleRef? Parse(string key) =>
        Roles.IsBuiltIn(key) ? BuiltIn(key) : Guid.TryParse(key, out var id) ? Custom(id) : null;
}
