using SocialSelling.Analytics.Features.Accounts;
using SocialSelling.Analytics.Features.Posts;
using SocialSelling.Analytics.Features.Summary;

namespace SocialSelling.Analytics.Features;

internal static class AnalyticsEndpoints
{
    public static void MapAnalyticsFeatures(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/analytics").RequireAuthorization().WithTags("Analytics");
        GetSummary.Map(group);
        ListSnapshots.Map(group);
        RefreshAccount.Map(group);
        ListPostMetrics.Map(group);
        GetPostMetrics.Map(group);
    }
}
