namespace SocialSelling.Gateway.Routing;

/// <summary>What a route is for, as far as limits go.</summary>
internal enum RouteKind
{
    Ordinary,
    Credentials,
    Webhook,
    Upload,
}
