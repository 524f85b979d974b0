using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SocialSelling.Identity.Options;

/// <summary>Section <c>Identity:Privacy</c>.</summary>
internal sealed class PrivacyOptions
{
    public const string Section = "Identity:Privacy";

    /// <summary>How long an export can be downloaded. Default 7 days.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan ExportLifetime { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Exports that a user may ask for within 24 hours. Default 3.</summary>
    [Range(1, 100)]
    public int ExportsPerDay { get; set; } = 3;

    /// <summary>After which a service that has not answered is asked again. Default 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan AskAgainAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>After which an export that is not complete has failed. Default a day. An erasure never fails: it goes on until all have answered.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan ExportTimeout { get; set; } = TimeSpan.FromDays(1);
}

[OptionsValidator]
internal sealed partial class PrivacyOptionsValidator : IValidateOptions<PrivacyOptions>;
