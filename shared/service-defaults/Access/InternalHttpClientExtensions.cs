using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SocialSelling.ServiceDefaults.Hosting;
using SocialSelling.ServiceDefaults.Resilience;

namespace SocialSelling.ServiceDefaults.Access;

/// <summary>Typed clients of other services of the suite.</summary>
public static class InternalHttpClientExtensions
{
    /// <summary>
    /// A typed client with the base address <c>Services:{service}</c>, a bearer token by client credentials, resilience, W3C trace context
    /// and <c>X-Request-ID</c>.
    /// </summary>
    /// <typeparam name="TClient">The typed client; it takes an <see cref="HttpClient"/>.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="service">The configuration's name of the service, such as <c>Accounts</c>.</param>
    public static IHttpClientBuilder AddInternalHttpClient<TClient>(this IServiceCollection services, string service)
        where TClient : class
    {
        AddTokens(services);
        return services
            .AddHttpClient<TClient>((provider, client) => client.BaseAddress = BaseAddress(provider, service))
            .AddResilience()
            .AddHttpMessageHandler<InternalTokenHandler>()
            .AddHttpMessageHandler<CorrelationHandler>();
    }

    private static void AddTokens(IServiceCollection services)
    {
        if (services.Any(descriptor => descriptor.ServiceType == typeof(ClientCredentialsTokens)))
        {
            return;
        }

        services.AddServiceOptions<InternalClientOptions, InternalClientOptionsValidator>("Auth");
        services.AddSingleton<ClientCredentialsTokens>();
        services.AddTransient<InternalTokenHandler>();
        services.TryAddTransient<CorrelationHandler>();
        services.AddHttpClient(ClientCredentialsTokens.HttpClientName).AddResilience();
    }

    private static Uri BaseAddress(IServiceProvider provider, string service)
    {
        var address = provider.GetRequiredService<IConfiguration>()[$"Services:{service}"];
        return Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? uri
            : throw new InvalidOperationException($"Services:{service} must be an absolute address.");
    }
}
