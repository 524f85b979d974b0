using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.Identity.Options;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Features.ApiKeys;

internal static class ApiKeyEndpoints
{
    public const string Path = "/api/v1/api-keys";

    public static void AddApiKeys(this IServiceCollection services)
    {
        services.AddServiceOptions<ApiKeyOptions, ApiKeyOptionsValidator>(ApiKeyOptions.Section);
        services.AddScoped<ApiKeyMarks>();
        services.AddScoped<ApiKeyExchange>();
    }

    public static void MapApiKeys(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup(Path).WithTags("API keys").RequirePermission(Permissions.ApiKeysManage)
            .AddEndpointFilter<SessionsUnavailableFilter>()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        CreateApiKey.Map(group);
        ListApiKeys.Map(group);
        GetApiKey.Map(group);
        RevokeApiKey.Map(group);
        ExchangeApiKey.Map(app);
    }
}
