using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Features.Auth;

internal static class AuthEndpoints
{
    public static void MapAuth(this IEndpointRouteBuilder app)
    {
        // A session is asked for, not only a token: services have tokens too.
        var group = app.MapGroup("/api/v1/auth").WithTags("Auth")
            .RequireAuthorization(policy => policy.RequireAuthenticatedUser().RequireClaim(TokenClaims.SessionId))
            .AddEndpointFilter(NoStoreAsync).AddEndpointFilter<SessionsUnavailableFilter>();
        Register.Map(group);
        Login.Map(group);
        Refresh.Map(group);
        Logout.Map(group);
        GetMe.Map(group);
    }

    private static ValueTask<object?> NoStoreAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return next(context);
    }
}
