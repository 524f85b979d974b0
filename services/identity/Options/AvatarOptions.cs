using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SocialSelling.Identity.Options;

/// <summary>Users' pictures.</summary>
internal sealed class AvatarOptions
{
    public const string Section = "Identity:Avatars";

    /// <summary>The largest upload in bytes.</summary>
    [Range(1024, 32 * 1024 * 1024)]
    public int MaxBytes { get; set; } = 5 * 1024 * 1024;

    /// <summary>How long a signed address works.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan UrlLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long a picture may be worked on.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Address space of the process that works on a picture, in MB: 24 megapixels of any kind need 400.</summary>
    [Range(200, 4096)]
    public int MemoryLimit { get; set; } = 400;

    /// <summary>Pictures worked on at once; others wait.</summary>
    [Range(1, 16)]
    public int Concurrency { get; set; } = 1;
}

[OptionsValidator]
internal sealed partial class AvatarOptionsValidator : IValidateOptions<AvatarOptions>;
