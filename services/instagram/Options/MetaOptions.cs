using System.ComponentModel.DataAnnotations;

namespace SocialSelling.Instagram.Options;

/// <summary>Section <c>Meta</c>: the app at Meta and where Graph is.</summary>
internal sealed class MetaOptions
{
    /// <summary>Signs webhooks.</summary>
    [Secret]
    public string AppSecret { get; set; } = "";

    /// <summary>Further secrets that a webhook may be signed with: Meta does not say whether the Meta app's or the Instagram app's is used.</summary>
    public string[] WebhookSecrets { get; set; } = [];

    /// <summary>Meta repeats it when it verifies the webhook's address.</summary>
    [Secret]
    public string WebhookVerifyToken { get; set; } = "";

    [Required, Url]
    public string GraphBaseUrl { get; set; } = "https://graph.instagram.com";

    [Required, RegularExpression(@"v\d+\.\d+")]
    public string GraphVersion { get; set; } = "v26.0";

    /// <summary>One call's time limit. Creating a container takes longest: Meta fetches the picture meanwhile.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);
}
