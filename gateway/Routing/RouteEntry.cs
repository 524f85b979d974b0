namespace SocialSelling.Gateway.Routing;

/// <summary>One line of the table.</summary>
/// <param name="Service">The configuration's name of the service.</param>
/// <param name="Path">The route pattern.</param>
/// <param name="Anonymous">Whether it may be called without a token.</param>
/// <param name="Kind">Which limits hold.</param>
internal sealed record RouteEntry(string Service, string Path, bool Anonymous = false, RouteKind Kind = RouteKind.Ordinary);
