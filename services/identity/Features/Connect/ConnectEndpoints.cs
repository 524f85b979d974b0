namespace SocialSelling.Identity.Features.Connect;

internal static class ConnectEndpoints
{
    public const string TokenPath = "/connect/token";

    public static void MapConnect(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("").AllowAnonymous().WithTags("OAuth").AddEndpointFilter(NoStoreAsync);
        IssueClientToken.Map(group);
    }

    private static ValueTask<object?> NoStoreAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        context.HttpContext.Response.Headers.Pragma = "no-cache";
        return next(context);
    }
}
