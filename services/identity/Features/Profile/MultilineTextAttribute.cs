using System.ComponentModel.DataAnnotations;

namespace SocialSelling.Identity.Features.Profile;

/// <summary>Visible text and line breaks; PostgreSQL cannot store a zero character at all.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class MultilineTextAttribute() : ValidationAttribute("The field {0} must not contain control characters other than line breaks.")
{
    public override bool IsValid(object? value) =>
        value is null || (value is string text && !text.Any(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t')));
}
