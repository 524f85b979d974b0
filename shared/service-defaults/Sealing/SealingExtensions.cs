using Microsoft.Extensions.DependencyInjection;
using SocialSelling.ServiceDefaults.Hosting;

namespace SocialSelling.ServiceDefaults.Sealing;

/// <summary>For services that keep secrets.</summary>
public static class SealingExtensions
{
    /// <summary>Registers <see cref="SecretSealer"/>; missing or placeholder master keys stop the host at start.</summary>
    public static IServiceCollection AddSecretSealer(this IServiceCollection services)
    {
        services.AddServiceOptions<SealingOptions, SealingOptionsValidator>("Sealing");
        return services.AddSingleton<SecretSealer>();
    }
}
