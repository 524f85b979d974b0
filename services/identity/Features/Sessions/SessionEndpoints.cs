using SocialSelling.Identity.Features.Auth;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Features.Sessions;

internal static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/sessions").WithTags("Sessions").RequireUserSession().AddEndpointFilter<SessionsUnavailableFilter>();
        ListSessions.Map(group);
        EndSession.Map(group);
        EndOtherSessions.Map(group);
    }
}
