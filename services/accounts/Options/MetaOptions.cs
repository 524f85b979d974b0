using System.ComponentModel.DataAnnotations;

namespace SocialSelling.Accounts.Options;

/// <summary>Section <c>Meta</c>: the app at Meta and where Meta's hosts are.</summary>
internal sealed class MetaOptions
{
    /// <summary>The Instagram app id (not the Meta app id).</summary>
    [Required]
    public string AppId { get; set; } = "";

    [Secret]
    public string AppSecret { get; set; } = "";

    [Required, Url]
    public string AuthorizeBaseUrl { get; set; } = "https://www.instagram.com";

    [Required, Url]
    public string ApiBaseUrl { get; set; } = "https://api.instagram.com";

    [Required, Url]
    public string GraphBaseUrl { get; set; } = "https://graph.instagram.com";

    [Required, RegularExpression(@"v\d+\.\d+")]
    public string GraphVersion { get; set; } = "v26.0";

    /// <summary>What the login page asks the account's owner for.</summary>
    [Required, MinLength(1)]
    public string[] Scopes { get; set; } =
    [
        MetaScopes.Basic, MetaScopes.Messages, MetaScopes.Comments, MetaScopes.Publish, MetaScopes.Insights,
    ];

    /// <summary>What Meta is asked to send for a connected account.</summary>
    [Required, MinLength(1)]
    public string[] WebhookFields { get; set; } =
    [
        "messages", "message_echoes", "message_reactions", "message_edit", "messaging_postbacks", "messaging_referral", "messaging_seen",
        "comments", "live_comments",
    ];

    /// <summary>One call's time limit.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);
}
