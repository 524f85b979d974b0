using SocialSelling.Identity.Features.Auth;
using SocialSelling.Identity.Features.Deletion;
using SocialSelling.Identity.Features.EmailVerification;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Features.Profile;

internal static class ProfileEndpoints
{
    public static void MapProfile(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/users/me").WithTags("Profile").RequireUserSession();
        GetProfile.Map(group);
        RequestEmailChange.Map(group);
        UpdateProfile.Map(group);
        GetPreferences.Map(group);
        PutPreferences.Map(group);
        PutAvatar.Map(group);
        DeleteAvatar.Map(group);
        DeleteAccount.Map(group.MapGroup("").AddEndpointFilter<SessionsUnavailableFilter>());
    }
}
