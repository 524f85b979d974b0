namespace SocialSelling.Identity.Features.Connect;

internal static class ConnectEndpoints
{
    public const string TokenPath = "/connect/token";
    public const string RevocationPath = "/connect/revocation";
    public const string IntrospectionPath = "/connect/introspection";

    public static void MapConnect(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("").AllowAnonymous().WithTags("OAuth").AddEndpointFilter(NoStoreAsync);
        IssueToken.Map(group);
        RevokeToken.Map(group);
        IntrospectToken.Map(group);
    }

    public static void AddConnect(this IServiceCollection services)
    {
        services.AddSingleton<ClientCatalogue>();
        services.AddSingleton<AccessTokenReader>();
        services.AddScoped<TokenInspector>();
        services.AddScoped<TokenAudit>();
        services.AddScoped<ClientCredentialsGrant>();
        services.AddScoped<RefreshTokenGrant>();
    }

    private static ValueTask<object?> NoStoreAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        context.HttpContext.Response.Headers.Pragma = "no-cache";
        return next(context);
    }
}
