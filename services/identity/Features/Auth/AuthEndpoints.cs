using SocialSelling.Identity.Features.Deletion;
using SocialSelling.Identity.Features.EmailVerification;
using SocialSelling.Identity.Features.Mfa;
using SocialSelling.Identity.Features.Sessions;
using SocialSelling.Identity.Features.Passkeys;
using SocialSelling.Identity.Features.Passwords;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Features.Auth;

internal static class AuthEndpoints
{
    public static void MapAuth(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/auth").WithTags("Auth")
            .RequireUserSession()
            .AddEndpointFilter(NoStoreAsync).AddEndpointFilter<SessionsUnavailableFilter>().AddEndpointFilter<RefreshCookieFilter>();
        Register.Map(group);
        Login.Map(group);
        Refresh.Map(group);
        Logout.Map(group);
        LogoutAll.Map(group);
        GetMe.Map(group);
        RestoreAccount.Map(group);
        MfaLogin.Map(group);
        PasskeyOptions.Map(group);
        PasskeyLogin.Map(group);
        StepUp.Map(group);
        ChangePassword.Map(group);
        ForgotPassword.Map(group);
        ResetPassword.Map(group);
        VerifyEmail.Map(group);
        ResendVerification.Map(group);
        ConfirmEmailChange.Map(group);
    }

    internal static ValueTask<object?> NoStoreAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return next(context);
    }
}
