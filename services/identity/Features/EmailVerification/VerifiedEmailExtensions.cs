namespace SocialSelling.Identity.Features.EmailVerification;

internal static class VerifiedEmailExtensions
{
    /// <summary>403 <c>AUTH_007</c> until the user has confirmed the address.</summary>
    public static RouteHandlerBuilder RequireVerifiedEmail(this RouteHandlerBuilder builder) =>
        builder.AddEndpointFilter<VerifiedEmailFilter>().ProducesProblem(StatusCodes.Status403Forbidden);
}
