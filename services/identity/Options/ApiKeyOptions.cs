using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SocialSelling.Identity.Options;

internal sealed class ApiKeyOptions
{
    public const string Section = "Identity:ApiKeys";

    /// <summary>Good keys that one workspace may have.</summary>
    [Range(1, 10_000)]
    public int MaxPerWorkspace { get; set; } = 50;

    /// <summary>Life of the access tokens that keys are exchanged for.</summary>
    [Range(typeof(TimeSpan), "00:02:00", "01:00:00")]
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromMinutes(10);
}

[OptionsValidator]
internal sealed partial class ApiKeyOptionsValidator : IValidateOptions<ApiKeyOptions>;
