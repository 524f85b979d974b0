using System.ComponentModel.DataAnnotations;

namespace SocialSelling.Identity.Features.Passwords;

/// <summary>Holds a new password against the rules, together with the other fields of its request.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class StrongPasswordAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is string password && PasswordRules.Complaint(password) is { } complaint
            ? new ValidationResult(complaint, validationContext.MemberName is { } member ? [member] : null)
            : ValidationResult.Success;
}
