using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using SocialSelling.ServiceDefaults.Hosting;

namespace SocialSelling.ServiceDefaults.Access;

/// <summary>Section <c>Auth</c>: this service's own OAuth client, for calls to <c>/internal</c> of others.</summary>
internal sealed class InternalClientOptions
{
    [Required]
    public Uri? Authority { get; set; }

    [Required]
    public string ClientId { get; set; } = string.Empty;

    [Secret]
    public string ClientSecret { get; set; } = string.Empty;

    /// <summary>What the client asks for.</summary>
    [Required]
    public string ClientScope { get; set; } = InternalClientRequirement.Internal;
}

[OptionsValidator]
internal sealed partial class InternalClientOptionsValidator : IValidateOptions<InternalClientOptions>;
