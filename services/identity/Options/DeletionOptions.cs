using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SocialSelling.Identity.Options;

/// <summary>Deleted accounts and workspaces.</summary>
internal sealed class DeletionOptions
{
    public const string Section = "Identity:Deletion";

    /// <summary>How long a deletion can be taken back; then everything is erased.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00")]
    public TimeSpan GracePeriod { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How often it is looked for what is due.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(10);
}

[OptionsValidator]
internal sealed partial class DeletionOptionsValidator : IValidateOptions<DeletionOptions>;
