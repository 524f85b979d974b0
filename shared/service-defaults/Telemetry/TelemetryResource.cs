using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Resources;
using SocialSelling.ServiceDefaults.Hosting;

namespace SocialSelling.ServiceDefaults.Telemetry;

internal static class TelemetryResource
{
    public static ResourceBuilder Of(IServiceProvider provider) => ResourceBuilder.CreateDefault().AddService(
        provider.GetRequiredService<ServiceInfo>().Name,
        serviceNamespace: "socialselling",
        serviceVersion: Assembly.GetEntryAssembly()?.GetName().Version?.ToString(),
        serviceInstanceId: Environment.MachineName);
}
