using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SocialSelling.ServiceDefaults.Redis;

/// <summary>Section <c>Redis</c>.</summary>
public sealed class RedisOptions
{
    /// <summary>host:port.</summary>
    [Required]
    public string Endpoint { get; set; } = string.Empty;

    /// <summary>The server's password; empty for a server without one.</summary>
    public string Password { get; set; } = string.Empty;

    /// <summary>How long one call may take. Default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:00:30")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(1);
}

[OptionsValidator]
internal sealed partial class RedisOptionsValidator : IValidateOptions<RedisOptions>;
