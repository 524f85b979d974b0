using SocialSelling.Identity.Features.Auth;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Features.Mfa;

internal static class MfaEndpoints
{
    public static void MapMfa(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/mfa").WithTags("Mfa")
            .RequireUserSession()
            .AddEndpointFilter(AuthEndpoints.NoStoreAsync).AddEndpointFilter<SessionsUnavailableFilter>();
        GetMfa.Map(group);
        StartTotp.Map(group);
        ConfirmTotp.Map(group);
        RemoveTotp.Map(group);
        RenewRecoveryCodes.Map(group);
        ListDevices.Map(group);
        ForgetDevice.Map(group);
        ForgetDevices.Map(group);
    }
}
