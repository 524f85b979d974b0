using System.ComponentModel.DataAnnotations;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Auth;

namespace SocialSelling.Identity.Features.CustomRoles;

/// <summary>A custom role as it is to be.</summary>
/// <param name="Name">2 to 50 characters, unique in the workspace without case; no name of a built-in role.</param>
/// <param name="Permissions">At least one; names of <c>/api/v1/permissions</c> that are grantable.</param>
/// <param name="Description">At most 255 characters.</param>
public sealed record RoleRequest(
    [property: Required, StringLength(CustomRole.MaxNameLength, MinimumLength = 2), NoControlCharacters] string Name,
    [property: Required, MinLength(1), MaxLength(100)] IReadOnlyList<string> Permissions,
    [property: StringLength(CustomRole.MaxDescriptionLength), NoControlCharacters] string? Description = null) : IValidatableObject
{
    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Permissions?.FirstOrDefault(name => PermissionCatalogue.Grantable.All(known => known.Name != name)) is { } unknown)
        {
            yield return new ValidationResult($"'{unknown}' is no permission that a role can be made of.", ["permissions"]);
        }
    }

    internal string[] Distinct() => [.. Permissions.Distinct(StringComparer.Ordinal)];
}
