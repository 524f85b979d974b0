using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Auth;

/// <summary>One <c>@</c>, a dotted domain, no blanks or control characters. Whether the mailbox exists only a mail can tell.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed partial class EmailFormatAttribute() : ValidationAttribute("The field {0} must be an e-mail address.")
{
    public override bool IsValid(object? value) =>
        value is null || (value is string { Length: <= User.MaxEmailLength } text && Format().IsMatch(text));

    [GeneratedRegex(@"^[^@\s\p{C}]{1,64}@[^@\s\p{C}.]+(\.[^@\s\p{C}.]+)+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Format();
}
