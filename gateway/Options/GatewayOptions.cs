using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SocialSelling.Gateway.Options;

/// <summary>Section <c>Gateway</c>.</summary>
internal sealed class GatewayOptions
{
    /// <summary>How long a service may be silent before the caller gets 504.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan ActivityTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a connection to a service may take before the caller gets 502.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>The largest media upload in bytes, form included.</summary>
    [Range(1, 4L * 1024 * 1024 * 1024)]
    public long MaxUploadBytes { get; set; } = 110L * 1024 * 1024;

    /// <summary>Origins of web clients that may call from a browser, such as <c>https://app.example.com</c>.</summary>
    public IList<string> CorsOrigins { get; } = [];

    /// <summary>Networks, such as <c>172.16.0.0/12</c>, whose <c>X-Forwarded-*</c> headers are believed; loopback always is.</summary>
    public IList<string> TrustedProxies { get; } = [];
}

[OptionsValidator]
internal sealed partial class GatewayOptionsValidator : IValidateOptions<GatewayOptions>;
