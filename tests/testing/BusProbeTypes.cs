using System.Collections.Concurrent;
using MassTransit;

namespace SocialSelling.Testing;

/// <summary>Names the message types a probe keeps.</summary>
public sealed class BusProbeTypes
{
    private readonly ConcurrentQueue<CapturedMessage> _captured;
    private readonly List<Action<IReceiveEndpointConfigurator>> _handlers = [];

    internal BusProbeTypes(ConcurrentQueue<CapturedMessage> captured) => _captured = captured;

    /// <summary>Keeps every message of this type.</summary>
    public BusProbeTypes Capture<T>()
        where T : class
    {
        _handlers.Add(endpoint => endpoint.Handler<T>(context =>
        {
            _captured.Enqueue(new CapturedMessage(context.Message, context.MessageId, context.Headers.GetAll().ToDictionary()));
            return Task.CompletedTask;
        }));
        return this;
    }

    internal void Apply(IReceiveEndpointConfigurator endpoint) => _handlers.ForEach(handler => handler(endpoint));
}
