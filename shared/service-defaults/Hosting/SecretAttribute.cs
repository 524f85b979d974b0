using System.ComponentModel.DataAnnotations;

namespace SocialSelling.ServiceDefaults.Hosting;

/// <summary>An option that must hold a real secret: empty ones and the placeholders of the example files stop the host at start.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class SecretAttribute : ValidationAttribute
{
    private const string Placeholder = "change-me";

    /// <summary>With the default message.</summary>
    public SecretAttribute()
        : base("{0} must be set to a real secret; it is empty or still the placeholder.")
    {
    }

    /// <summary>Whether the text may serve as a secret at all.</summary>
    public static bool IsReal(string? secret) =>
        !string.IsNullOrWhiteSpace(secret) && !secret.StartsWith(Placeholder, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool IsValid(object? value) => IsReal(value as string);
}
