using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SocialSelling.Identity.Options;

/// <summary>Section <c>Auth</c>: what this service writes into the tokens that all others check.</summary>
internal sealed class IssuerOptions
{
    public const string Section = "Auth";

    [Required, Url]
    public string Issuer { get; set; } = "";

    [Required]
    public string Audience { get; set; } = "";

    /// <summary>This service's address as the other services see it.</summary>
    [Required, Url]
    public string Authority { get; set; } = "";
}

[OptionsValidator]
internal sealed partial class IssuerOptionsValidator : IValidateOptions<IssuerOptions>;
