using System.ComponentModel.DataAnnotations;

namespace SocialSelling.Identity.Features.Profile;

/// <summary>Text with something in it; what may be empty is cleared by <c>null</c>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class NotBlankAttribute() : ValidationAttribute("The field {0} must not be blank; null clears a field that may be empty.")
{
    public override bool IsValid(object? value) => value is null || (value is string text && !string.IsNullOrWhiteSpace(text));
}
