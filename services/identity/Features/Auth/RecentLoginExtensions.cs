namespace SocialSelling.Identity.Features.Auth;

internal static class RecentLoginExtensions
{
    /// <summary>403 <c>AUTH_008</c> unless the user proved who they are within <c>Identity:Sessions:RecentLogin</c>.</summary>
    public static RouteHandlerBuilder RequireRecentLogin(this RouteHandlerBuilder builder) =>
        builder.AddEndpointFilter<RecentLoginFilter>().WithMetadata(new RecentLoginMetadata()).ProducesProblem(StatusCodes.Status403Forbidden);
}
