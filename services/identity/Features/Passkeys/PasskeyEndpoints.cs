using SocialSelling.Identity.Features.Auth;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Features.Passkeys;

internal static class PasskeyEndpoints
{
    public static void MapPasskeys(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/passkeys").WithTags("Passkeys")
            .RequireUserSession()
            .AddEndpointFilter(AuthEndpoints.NoStoreAsync).AddEndpointFilter<SessionsUnavailableFilter>();
        CreatePasskeyOptions.Map(group);
        AddPasskey.Map(group);
        ListPasskeys.Map(group);
        GetPasskey.Map(group);
        RenamePasskey.Map(group);
        RemovePasskey.Map(group);
    }
}
