using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace SocialSelling.Identity.Features.Auth;

/// <summary>An IANA time zone that this host knows.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed partial class TimeZoneNameAttribute() : ValidationAttribute("The field {0} must be an IANA time zone such as 'Europe/Lisbon'.")
{
    private const int MaxLength = 64;

    // The name becomes a path below the time zone folder, which also holds files and copies that are not zones by name.
    public override bool IsValid(object? value) => value is null
        || (value is string { Length: <= MaxLength } name && Format().IsMatch(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out _));

    [GeneratedRegex(@"^(?!posix|right/|localtime|Factory)[A-Za-z][A-Za-z0-9_+\-]*(/[A-Za-z][A-Za-z0-9_+\-]*){0,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Format();
}
