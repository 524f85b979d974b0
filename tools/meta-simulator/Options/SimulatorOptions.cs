using System.ComponentModel.DataAnnotations;

namespace SocialSelling.MetaSimulator.Options;

internal sealed class SimulatorOptions
{
    public const string Section = "Simulator";

    /// <summary>The Instagram app's id, `client_id` of the login page.</summary>
    [Required]
    public string AppId { get; set; } = "990000000000001";

    /// <summary>Secret of the app: code exchange and, unless <see cref="WebhookSecret"/> is set, webhook signatures.</summary>
    [Required]
    public string AppSecret { get; set; } = "";

    /// <summary>Signs webhooks with another secret than the app's; Meta does not say which of an app's two secrets it uses.</summary>
    public string WebhookSecret { get; set; } = "";

    /// <summary>Sent as `hub.verify_token` in the handshake.</summary>
    [Required]
    public string VerifyToken { get; set; } = "";

    /// <summary>Where webhooks go; empty until it is set here or through the control plane.</summary>
    [RegularExpression("^(https?://.+)?$")]
    public string WebhookUrl { get; set; } = "";

    /// <summary>Redirect addresses of the app; none listed means that every address is taken.</summary>
    public IList<string> RedirectUris { get; } = [];

    /// <summary>How the outside reaches the simulator; empty means the address of the request at hand.</summary>
    public string PublicBaseUrl { get; set; } = "";

    [Range(0.05, 60)]
    public double WebhookTimeoutSeconds { get; set; } = 5;

    [Range(1, 256)]
    public int WebhookConcurrency { get; set; } = 24;

    /// <summary>How long the simulator waits for a picture it is told to fetch.</summary>
    [Range(0.05, 60)]
    public double MediaTimeoutSeconds { get; set; } = 10;

    public string SigningSecret => WebhookSecret.Length > 0 ? WebhookSecret : AppSecret;
}
