using System.ComponentModel.DataAnnotations;

namespace SocialSelling.Identity.Features.Auth;

/// <summary>Visible text only; PostgreSQL cannot store a zero character at all.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class NoControlCharactersAttribute() : ValidationAttribute("The field {0} must not contain control characters.")
{
    public override bool IsValid(object? value) => value is null || (value is string text && !text.Any(char.IsControl));
}
