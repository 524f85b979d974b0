namespace SocialSelling.Gateway.Routing;

/// <summary>Which service answers what. Below <c>/api/v1</c> unless the path begins with a slash; what is not listed is not routed.</summary>
internal static class RouteTable
{
    public static readonly IReadOnlyList<string> Services = ["Identity", "Accounts", "Instagram", "Messaging", "Publisher", "Analytics"];

    public static readonly IReadOnlyList<RouteEntry> Entries =
    [
        new("Identity", "auth/register", Anonymous: true, RouteKind.Register),
        new("Identity", "auth/login", Anonymous: true, RouteKind.Login),
        new("Identity", "auth/refresh", Anonymous: true, RouteKind.Credentials),
        new("Identity", "auth/password/forgot", Anonymous: true, RouteKind.PasswordReset),
        new("Identity", "auth/password/change", Anonymous: false, RouteKind.Secret),
        new("Identity", "users/me/email", Anonymous: false, RouteKind.Verification),
        new("Identity", "auth/email/resend", Anonymous: false, RouteKind.Verification),
        new("Identity", "auth/password/reset", Anonymous: true, RouteKind.Secret),
        new("Identity", "auth/email/verify", Anonymous: true, RouteKind.Secret),
        new("Identity", "auth/email/confirm-change", Anonymous: true, RouteKind.Secret),
        new("Identity", "/account/{**rest}", Anonymous: true),
        new("Identity", "auth/mfa/login", Anonymous: true, RouteKind.Secret),
        new("Identity", "auth/passkey/options", Anonymous: true, RouteKind.Credentials),
        new("Identity", "auth/passkey/login", Anonymous: true, RouteKind.Secret),
        new("Identity", "auth/step-up", Anonymous: false, RouteKind.Secret),
        new("Identity", "auth/{**rest}"),
        new("Identity", "mfa/{**rest}"),
        new("Identity", "passkeys/{**rest}"),
        new("Identity", "api-keys/{**rest}"),
        new("Identity", "auth/logout", Anonymous: true),
        new("Identity", "auth/restore", Anonymous: true, RouteKind.Secret),
        new("Identity", "users/me/avatar", Anonymous: false, RouteKind.Upload),
        new("Identity", "users/{**rest}"),
        new("Identity", "sessions/{**rest}"),
        new("Identity", "workspaces/{**rest}"),
        new("Identity", "privacy/{**rest}"),
        new("Identity", "permissions"),
        new("Identity", "invitations/preview", Anonymous: true, RouteKind.Secret),
        new("Identity", "invitations/register", Anonymous: true, RouteKind.Secret),
        new("Identity", "invitations/{**rest}"),
        new("Identity", "audit/{**rest}"),
        new("Identity", "admin/{**rest}"),
        new("Identity", "/.well-known/{**rest}", Anonymous: true),
        new("Identity", "/connect/token", Anonymous: true, RouteKind.Credentials),
        new("Identity", "/connect/revocation", Anonymous: true),
        new("Identity", "/connect/introspection", Anonymous: true),
        new("Accounts", "accounts/instagram/callback", Anonymous: true),
        new("Accounts", "accounts/{**rest}"),
        new("Instagram", "webhooks/instagram", Anonymous: true, RouteKind.Webhook),
        new("Messaging", "conversations/{**rest}"),
        new("Messaging", "messages/{**rest}"),
        new("Messaging", "contacts/{**rest}"),
        new("Messaging", "/hubs/{**rest}"),
        new("Publisher", "media/{**rest}", Anonymous: false, RouteKind.Upload),
        new("Publisher", "posts/{**rest}"),
        new("Identity", "/objects/identity/{**rest}", Anonymous: true),
        new("Publisher", "/objects/{**rest}", Anonymous: true),
        new("Analytics", "analytics/{**rest}"),
    ];
}
