using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Health;
using SocialSelling.ServiceDefaults.Problems;
using SocialSelling.ServiceDefaults.Redis;
using SocialSelling.ServiceDefaults.Sealing;
using SocialSelling.ServiceDefaults.Telemetry;

namespace SocialSelling.ServiceDefaults.Hosting;

/// <summary>What every host of the suite has.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>Registers it all; services call <c>AddServiceDefaults</c>, which adds what must be compiled into the service itself.</summary>
    public static WebApplicationBuilder AddHostDefaults(this WebApplicationBuilder builder, string serviceName)
    {
        ArgumentNullException.ThrowIfNull(builder);
        HealthProbe.ExitIfAsked(builder.Configuration);
        if (DesignTime.IsActive)
        {
            builder.Host.UseServiceProviderFactory(new DesignTimeServiceProviderFactory());
        }

        var services = builder.Services;
        services.AddSingleton(new ServiceInfo(serviceName));
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttp();
        services.AddProblems();
        services.AddAccess();
        services.AddHealth();
        services.AddServiceOptions<RedisOptions, RedisOptionsValidator>("Redis");
        services.AddSingleton<RedisStore>();
        services.AddOptions<SealingOptions>().BindConfiguration("Sealing");
        services.TryAddSingleton<IValidateOptions<SealingOptions>, SealingOptionsValidator>();
        services.AddSingleton<SecretSealer>();
        builder.AddTelemetry();
        return builder;
    }

    /// <summary>The pipeline before the service's endpoints, and the endpoints every service has.</summary>
    public static WebApplication UseServiceDefaults(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseForwardedHeaders(ForwardedAddress.Options);
        app.UseMiddleware<CorrelationMiddleware>();
        app.UseMiddleware<TraceTagsMiddleware>();
        app.UseMiddleware<ProblemMiddleware>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapHealth();
        app.MapMetrics();
        app.MapOpenApi();
        return app;
    }
}
