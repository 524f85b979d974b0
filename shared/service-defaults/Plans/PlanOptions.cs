using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using SocialSelling.Contracts.Access;

namespace SocialSelling.ServiceDefaults.Plans;

/// <summary>Section <c>Plans</c>: what an installation allows other than <see cref="PlanLimits"/> says, by tier; -1 takes a limit away.</summary>
public sealed class PlanOptions : Dictionary<string, PlanOverride>, IValidatableObject
{
    /// <summary>Names the section.</summary>
    public const string Section = "Plans";

    /// <summary>Tiers are named without case.</summary>
    public PlanOptions()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (tier, limits) in this)
        {
            if (!PlanLimits.ByTier.ContainsKey(tier.ToUpperInvariant()))
            {
                yield return new ValidationResult($"Plans:{tier} is no tier; there are {string.Join(", ", PlanLimits.ByTier.Keys)}.");
            }

            if (new[] { limits.Accounts, limits.Members, limits.PostsPerMonth, limits.Workspaces }.Any(limit => limit < -1))
            {
                yield return new ValidationResult($"Plans:{tier} has a limit below -1, which stands for none.");
            }
        }
    }
}

internal sealed class PlanOptionsValidator : IValidateOptions<PlanOptions>
{
    public ValidateOptionsResult Validate(string? name, PlanOptions options)
    {
        var failures = options.Validate(new ValidationContext(options)).Select(failure => failure.ErrorMessage!).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
