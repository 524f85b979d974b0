namespace SocialSelling.Identity.Options;

/// <summary>One OAuth client: <c>Identity:Clients:{id}</c>.</summary>
internal sealed class ClientOptions
{
    /// <summary>SHA-256 of the client's secret in hex: this service never holds the secret itself. Fit for random secrets only.</summary>
    public string SecretHash { get; set; } = "";

    /// <summary>A second secret that is good as well, while the client changes from one to the other.</summary>
    public string? NextSecretHash { get; set; }

    /// <summary>The scopes the client may ask for with <c>client_credentials</c>, separated by blanks.</summary>
    public string Scope { get; set; } = "internal";

    /// <summary>The grants the client may use, separated by blanks: <c>client_credentials</c>, <c>refresh_token</c>.</summary>
    public string Grants { get; set; } = "client_credentials";

    /// <summary>Whether the client may ask what a token is worth.</summary>
    public bool MayIntrospect { get; set; }
}
