namespace SocialSelling.Gateway.Routing;

internal sealed record RouteKindMetadata(RouteKind Kind);
