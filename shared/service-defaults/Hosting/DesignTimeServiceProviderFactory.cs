using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SocialSelling.ServiceDefaults.Hosting;

/// <summary>
/// The document generator starts the host to see its endpoints. Nothing else may start then: no worker, no bus, no validation of options.
/// </summary>
internal sealed class DesignTimeServiceProviderFactory : IServiceProviderFactory<IServiceCollection>
{
    private const string WebHost = "Microsoft.AspNetCore.Hosting";

    public IServiceCollection CreateBuilder(IServiceCollection services) => services;

    public IServiceProvider CreateServiceProvider(IServiceCollection containerBuilder)
    {
        var unwanted = containerBuilder.Where(IsUnwanted).ToList();
        unwanted.ForEach(descriptor => containerBuilder.Remove(descriptor));
        return containerBuilder.BuildServiceProvider();
    }

    private static bool IsUnwanted(ServiceDescriptor descriptor) =>
        descriptor.ServiceType == typeof(IStartupValidator)
        || (descriptor.ServiceType == typeof(IHostedService) && descriptor.ImplementationType?.Namespace != WebHost);
}
