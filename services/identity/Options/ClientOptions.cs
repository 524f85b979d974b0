namespace SocialSelling.Identity.Options;

/// <summary>One OAuth client: <c>Identity:Clients:{id}</c>.</summary>
internal sealed class ClientOptions
{
    /// <summary>SHA-256 of the client's secret in hex: this service never holds the secret itself. Fit for random secrets only.</summary>
    public string SecretHash { get; set; } = "";

    /// <summary>The scopes the client may ask for, separated by blanks.</summary>
    public string Scope { get; set; } = "internal";
}
