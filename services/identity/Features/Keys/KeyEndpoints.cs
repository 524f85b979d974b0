namespace SocialSelling.Identity.Features.Keys;

internal static class KeyEndpoints
{
    public static void MapKeys(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("").AllowAnonymous().WithTags("Discovery").AddEndpointFilter(CacheAsync);
        GetDiscovery.Map(group);
        GetKeySet.Map(group);
    }

    // Shorter than the time for which a new key is published before it signs.
    private static ValueTask<object?> CacheAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "public, max-age=60";
        return next(context);
    }
}
