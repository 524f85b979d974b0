using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Testing;

namespace SocialSelling.Architecture.Tests;

/// <summary>A service started by its own Program, to be looked at.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private readonly IAsyncLifetime _factory;

    private RunningService(IAsyncLifetime factory, IServiceProvider services)
    {
        _factory = factory;
        Services = services;
    }

    public IServiceProvider Services { get; }

    public IEnumerable<RouteEndpoint> Endpoints => Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    public IEnumerable<string> Queues => Services.GetRequiredService<IBusControl>().CheckHealth().Endpoints.Keys.Select(address => address.Split('?')[0].Split('/')[^1]);

    public static async Task<RunningService> StartAsync(string service)
    {
        var program = Suite.AssemblyOf(service).EntryPoint!.DeclaringType!;
        var type = typeof(ServiceFactory<>).MakeGenericType(program);
        var factory = (IAsyncLifetime)Activator.CreateInstance(type)!;
        await factory.InitializeAsync();
        return new RunningService(factory, (IServiceProvider)type.GetProperty(nameof(Services))!.GetValue(factory)!);
    }

    public ValueTask DisposeAsync() => _factory.DisposeAsync();
}
