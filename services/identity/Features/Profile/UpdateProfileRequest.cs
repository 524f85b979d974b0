using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Auth;

namespace SocialSelling.Identity.Features.Profile;

/// <summary>What is to change: a field that is left out stays as it is, and <c>null</c> clears one that may be empty.</summary>
public sealed record UpdateProfileRequest
{
    /// <summary>2 to 255 characters; cannot be cleared.</summary>
    [DisallowNull, StringLength(User.MaxNameLength, MinimumLength = 2), NotBlank, NoControlCharacters]
    public string? Name { get; init => field = Given(nameof(Name), value); }

    /// <summary>3 to 30 letters, digits, dots and underscores, kept in lower case; no two users have the same.</summary>
    [RegularExpression(@"^[A-Za-z0-9._]{3,30}\z", ErrorMessage = "The username must have 3 to 30 letters, digits, dots or underscores.")]
    public string? Username { get; init => field = Given(nameof(Username), value); }

    /// <summary>At most 100 characters.</summary>
    [StringLength(User.MaxFirstNameLength), NotBlank, NoControlCharacters]
    public string? FirstName { get; init => field = Given(nameof(FirstName), value); }

    /// <summary>At most 100 characters.</summary>
    [StringLength(User.MaxFirstNameLength), NotBlank, NoControlCharacters]
    public string? LastName { get; init => field = Given(nameof(LastName), value); }

    /// <summary>At most 500 characters, line breaks among them.</summary>
    [StringLength(User.MaxBioLength), NotBlank, MultilineText]
    public string? Bio { get; init => field = Given(nameof(Bio), value); }

    /// <summary>In the form of E.164: a plus sign and 7 to 15 digits without blanks, such as <c>+351912345678</c>.</summary>
    [RegularExpression(@"^\+[1-9][0-9]{6,14}\z", ErrorMessage = "The phone number must have the form +351912345678.")]
    public string? Phone { get; init => field = Given(nameof(Phone), value); }

    /// <summary>ISO 639-1 code; cannot be cleared.</summary>
    [DisallowNull, LanguageCode]
    public string? Language { get; init => field = Given(nameof(Language), value); }

    /// <summary>IANA name; cannot be cleared.</summary>
    [DisallowNull, TimeZoneName]
    public string? Timezone { get; init => field = Given(nameof(Timezone), value); }

    // The reader of JSON calls the setters of those fields only that are there.
    private HashSet<string> Fields { get; } = new(StringComparer.Ordinal);

    internal bool Has(string field) => Fields.Contains(field);

    private string? Given(string name, string? value)
    {
        Fields.Add(name);
        return value?.Trim();
    }
}
