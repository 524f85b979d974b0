using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Options;

namespace SocialSelling.Identity.Features.Passkeys;

internal static class PasskeyExtensions
{
    public static IServiceCollection AddPasskeys(this IServiceCollection services)
    {
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<PublicOptions>>(Configure);
        return services
            .AddSingleton<PasskeyCeremonies>()
            .AddScoped<PasskeyStore>()
            .AddScoped<PasskeyCheck>()
            .AddScoped(Handler);
    }

    /// <summary>Registered by hand: the framework's own registration brings cookies and a manager that writes users.</summary>
    private static IPasskeyHandler<User> Handler(IServiceProvider services) => new PasskeyHandler<User>(
        new UserManager<User>(
            services.GetRequiredService<PasskeyStore>(),
            Microsoft.Extensions.Options.Options.Create(new IdentityOptions()),
            services.GetRequiredService<IPasswordHasher<User>>(),
            [],
            [],
            new UpperInvariantLookupNormalizer(),
            new IdentityErrorDescriber(),
            services,
            services.GetRequiredService<ILogger<UserManager<User>>>()),
        services.GetRequiredService<IOptions<IdentityPasskeyOptions>>());

    private static void Configure(IdentityPasskeyOptions passkeys, IOptions<PublicOptions> suite)
    {
        var address = new Uri(suite.Value.BaseUrl);
        var origin = address.GetLeftPart(UriPartial.Authority);
        passkeys.ServerDomain = address.Host;
        passkeys.ValidateOrigin = context => ValueTask.FromResult(
            !context.CrossOrigin && string.Equals(context.Origin, origin, StringComparison.OrdinalIgnoreCase));
        passkeys.UserVerificationRequirement = "required";
        passkeys.ResidentKeyRequirement = "required";
        passkeys.AttestationConveyancePreference = "none";
        passkeys.AuthenticatorTimeout = PasskeyCeremonies.Lifetime;
    }
}
