using System.ComponentModel.DataAnnotations;

namespace SocialSelling.Accounts.Options;

/// <summary>Section <c>Public</c>: the suite as the outside sees it.</summary>
internal sealed class ConnectionOptions
{
    /// <summary>Where Instagram's login page sends the browser back to is below this address.</summary>
    [Required, Url]
    public string BaseUrl { get; set; } = "";

    /// <summary>How long a begun connection may take.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan StateLifetime { get; set; } = TimeSpan.FromMinutes(10);

    public string CallbackUrl => $"{BaseUrl.TrimEnd('/')}/api/v1/accounts/instagram/callback";
}
