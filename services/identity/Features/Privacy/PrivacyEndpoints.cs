using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Features.Privacy;

internal static class PrivacyEndpoints
{
    public static void MapPrivacy(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/privacy").RequireUserSession().WithTags("Privacy").ProducesProblem(StatusCodes.Status401Unauthorized);
        RequestExport.Map(group);
        ListExports.Map(group);
        GetExport.Map(group);
        DownloadExport.Map(group);
        GetErasure.Map(group);
        ListErasures.Map(app);
    }
}
