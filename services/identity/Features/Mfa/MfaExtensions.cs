using SocialSelling.Identity.Options;

namespace SocialSelling.Identity.Features.Mfa;

internal static class MfaExtensions
{
    public static IServiceCollection AddMfa(this IServiceCollection services)
    {
        services.AddServiceOptions<MfaOptions, MfaOptionsValidator>(MfaOptions.Section);
        return services
            .AddSingleton<PendingLogins>()
            .AddSingleton<GuessLimiter>()
            .AddScoped<MfaMails>()
            .AddScoped<FailedMfaLogin>()
            .AddScoped<SecondFactors>()
            .AddScoped<RememberedDevices>()
            .AddScoped<MfaChallenge>()
            .AddScoped<MfaChanges>();
    }
}
