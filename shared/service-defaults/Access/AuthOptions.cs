using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SocialSelling.ServiceDefaults.Access;

/// <summary>Section <c>Auth</c>: whose access tokens are good.</summary>
public sealed class AuthOptions
{
    /// <summary>Identity's base address as this process reaches it; its keys are fetched from there.</summary>
    [Required]
    public Uri? Authority { get; set; }

    /// <summary>The <c>iss</c> a token must carry.</summary>
    [Required]
    public string Issuer { get; set; } = string.Empty;

    /// <summary>The <c>aud</c> a token must carry.</summary>
    [Required]
    public string Audience { get; set; } = "socialselling";
}

[OptionsValidator]
internal sealed partial class AuthOptionsValidator : IValidateOptions<AuthOptions>;
