using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SocialSelling.Identity.Options;

/// <summary>Section <c>Public</c>: the suite as the outside sees it.</summary>
internal sealed class PublicOptions
{
    public const string Section = "Public";

    /// <summary>Links in mails are below this address.</summary>
    [Required, Url]
    public string BaseUrl { get; set; } = "";
}

[OptionsValidator]
internal sealed partial class PublicOptionsValidator : IValidateOptions<PublicOptions>;
