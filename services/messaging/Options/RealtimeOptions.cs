using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SocialSelling.Messaging.Options;

/// <summary>Section <c>Messaging:Realtime</c>.</summary>
internal sealed class RealtimeOptions
{
    public const string Section = "Messaging:Realtime";

    /// <summary>How often open connections are asked whether their session and its rights still hold.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan SessionCheckInterval { get; set; } = TimeSpan.FromSeconds(10);
}

[OptionsValidator]
internal sealed partial class RealtimeOptionsValidator : IValidateOptions<RealtimeOptions>;
