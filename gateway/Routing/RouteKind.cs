namespace SocialSelling.Gateway.Routing;

/// <summary>What a route is for, as far as limits go.</summary>
internal enum RouteKind
{
    Ordinary,

    /// <summary>Refreshes, and clients' tokens.</summary>
    Credentials,

    Login,
    Register,

    /// <summary>A mail for a forgotten password is asked for.</summary>
    PasswordReset,

    /// <summary>A further mail to verify an address is asked for.</summary>
    Verification,

    /// <summary>A second factor, a passkey, or the token of a mail is presented.</summary>
    Secret,

    Webhook,
    Upload,
}
