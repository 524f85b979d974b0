using System.Collections.Concurrent;
using MassTransit;

namespace SocialSelling.Testing;

/// <summary>Speaks to the services under test over the real broker: publishes to them, and keeps what they publish.</summary>
public sealed class BusProbe : IAsyncDisposable
{
    private readonly IBusControl _bus;
    private readonly ConcurrentQueue<CapturedMessage> _captured;

    private BusProbe(IBusControl bus, ConcurrentQueue<CapturedMessage> captured)
    {
        _bus = bus;
        _captured = captured;
    }

    /// <summary>Everything captured so far, in the order of arrival.</summary>
    public IReadOnlyList<CapturedMessage> Captured => [.. _captured];

    /// <summary>Connects; from its return on nothing of the named types is missed.</summary>
    public static async Task<BusProbe> StartAsync(Action<BusProbeTypes>? capture = null)
    {
        var captured = new ConcurrentQueue<CapturedMessage>();
        var types = new BusProbeTypes(captured);
        capture?.Invoke(types);
        var bus = MassTransit.Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            BrokerAddress.Configure(rabbit, TestEnvironment.RabbitMq);
            rabbit.ReceiveEndpoint($"probe-{Guid.CreateVersion7():N}", endpoint =>
            {
                endpoint.AutoDelete = true;
                endpoint.Durable = false;
                types.Apply(endpoint);
            });
        });
        await bus.StartAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);
        return new BusProbe(bus, captured);
    }

    /// <summary>Publishes as soon as a queue takes it: a service that has just started may not listen yet. A MessageId given twice lets a consumer see a repeat.</summary>
    public Task PublishAsync<T>(T message, Guid? messageId = null)
        where T : class
    {
        var id = messageId ?? Guid.CreateVersion7();
        return Eventually.That(() => IsTakenAsync(message, id), what: $"a queue for {typeof(T).Name}");
    }

    /// <summary>All captured messages of the type.</summary>
    public IReadOnlyList<T> Of<T>() => [.. _captured.Select(message => message.Body).OfType<T>()];

    /// <summary>Waits for the first captured message of the type that the condition takes.</summary>
    public Task<T> ReceivedAsync<T>(Func<T, bool>? condition = null, TimeSpan? timeout = null)
        where T : class => Eventually.Value(() => Task.FromResult(Of<T>().FirstOrDefault(condition ?? (_ => true))), timeout, $"a {typeof(T).Name}");

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await _bus.StopAsync(TimeSpan.FromSeconds(10));

    private async Task<bool> IsTakenAsync<T>(T message, Guid id)
        where T : class
    {
        try
        {
            await _bus.Publish(message, context => (context.MessageId, context.Mandatory) = (id, true));
            return true;
        }
        catch (MessageReturnedException)
        {
            return false;
        }
    }
}
