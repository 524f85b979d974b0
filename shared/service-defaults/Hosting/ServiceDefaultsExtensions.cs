using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Redis;
using SocialSelling.ServiceDefaults.Sealing;

namespace SocialSelling.ServiceDefaults.Hosting;

/// <summary>What every host of the suite has.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>Registers it all; services call <c>AddServiceDefaults</c>, which adds what must be compiled into the service itself.</summary>
    public static WebApplicationBuilder AddHostDefaults(this WebApplicationBuilder builder, string serviceName)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddSingleton(new ServiceInfo(serviceName));
        services.AddSingleton(TimeProvider.System);
        services.AddHttpContextAccessor();
        services.AddProblemDetails();
        services.AddAuthentication();
        services.AddAuthorization();
        services.AddScoped(provider => CurrentUser.From(provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.User));
        services.AddScoped(provider => CurrentWorkspace.From(provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.User));
        services.AddOptions<RedisOptions>().BindConfiguration("Redis");
        services.AddOptions<SealingOptions>().BindConfiguration("Sealing");
        services.AddSingleton<RedisStore>();
        services.AddSingleton<SecretSealer>();
        return builder;
    }

    /// <summary>The pipeline before the service's endpoints, and the endpoints every service has.</summary>
    public static WebApplication UseServiceDefaults(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseAuthentication();
        app.UseAuthorization();
        return app;
    }
}
