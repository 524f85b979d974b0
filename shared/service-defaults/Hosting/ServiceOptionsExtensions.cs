using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SocialSelling.ServiceDefaults.Hosting;

/// <summary>Registers options the way the house wants them.</summary>
public static class ServiceOptionsExtensions
{
    /// <summary>Binds a section and validates it before the host starts; not at design time, when no configuration is there.</summary>
    /// <typeparam name="TOptions">The options.</typeparam>
    /// <typeparam name="TValidator">Their validator, made by <c>[OptionsValidator]</c>.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="section">The configuration section.</param>
    public static OptionsBuilder<TOptions> AddServiceOptions<TOptions, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TValidator>(
        this IServiceCollection services, string section)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>
    {
        var options = services.AddOptions<TOptions>().BindConfiguration(section);
        if (!DesignTime.IsActive)
        {
            services.AddSingleton<IValidateOptions<TOptions>, TValidator>();
            options.ValidateOnStart();
        }

        return options;
    }
}
