using Microsoft.AspNetCore.Identity;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Lockout;
using SocialSelling.Identity.Options;
using SocialSelling.Identity.Workers;
using SocialSelling.ServiceDefaults.Passwords;

namespace SocialSelling.Identity.Features.Passwords;

internal static class PasswordExtensions
{
    /// <summary>Passwords and what stands against guessing them.</summary>
    public static void AddPasswords(this IServiceCollection services)
    {
        services.AddServiceOptions<PasswordLimitOptions, PasswordLimitOptionsValidator>(PasswordLimitOptions.Section);
        services.AddServiceOptions<LoginLockOptions, LoginLockOptionsValidator>(LoginLockOptions.Section);
        services.AddSingleton<IPasswordHasher<User>, BcryptPasswordHasher<User>>();
        services.AddSingleton<PasswordGate>();
        services.AddSingleton<LoginGuard>();
        services.AddSingleton<PasswordResetQueue>();
        services.AddScoped<KnownDevice>();
        services.AddScoped<LaneFinder>();
        services.AddScoped<FailedLogin>();
        services.AddScoped<NewPassword>();
        services.Configure<ProblemDetailsOptions>(problems => problems.CustomizeProblemDetails = WeakPasswordCode.Set);
        if (!DesignTime.IsActive)
        {
            services.AddHostedService<PasswordResetWorker>();
        }
    }
}
