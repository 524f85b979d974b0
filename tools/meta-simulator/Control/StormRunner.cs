using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using SocialSelling.MetaSimulator.State;
using SocialSelling.MetaSimulator.Webhooks;

namespace SocialSelling.MetaSimulator.Control;

/// <summary>Makes the messages of a storm at the asked pace; one storm at a time.</summary>
internal sealed class StormRunner(World world, WebhookPublisher webhooks, TimeProvider clock) : BackgroundService
{
    private readonly Channel<Storm> waiting = Channel.CreateBounded<Storm>(1);
    private volatile Storm? current;

    public Storm? Current => current;

    public bool TryStart(Storm storm)
    {
        if (current is { CreatedAllAt: null, Cancelled: false } || !waiting.Writer.TryWrite(storm))
        {
            return false;
        }

        current = storm;
        return true;
    }

    public void Cancel()
    {
        if (current is { } storm)
        {
            storm.Cancelled = true;
            current = null;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var storm in waiting.Reader.ReadAllAsync(stoppingToken))
            {
                await RunAsync(storm, stoppingToken);
                storm.CreatedAllAt = clock.GetUtcNow();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task RunAsync(Storm storm, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        for (var first = 0; first < storm.Messages && !storm.Cancelled; first += storm.Batch)
        {
            var count = Math.Min(storm.Batch, storm.Messages - first);
            if (Create(storm, first, count) is not { } messages)
            {
                return;
            }

            await webhooks.PublishAsync(messages, storm, ct);
            var ahead = storm.PerSecond > 0
                ? TimeSpan.FromSeconds((double)(first + count) / storm.PerSecond) - Stopwatch.GetElapsedTime(started)
                : TimeSpan.Zero;
            if (ahead > TimeSpan.FromMilliseconds(5))
            {
                await Task.Delay(ahead, ct);
            }
        }
    }

    private List<ChatMessage>? Create(Storm storm, int first, int count)
    {
        lock (world.Gate)
        {
            if (world.FindAccount(storm.UserId) is not { } account)
            {
                return null;
            }

            var messages = new List<ChatMessage>(count);
            for (var number = first; number < first + count; number++)
            {
                var person = world.FindOrAddPerson(account, string.Create(CultureInfo.InvariantCulture, $"storm_person_{number % storm.People}"));
                var text = string.Create(CultureInfo.InvariantCulture, $"storm-{number}");
                var message = world.AddMessage(person, fromCustomer: true, text, clock.GetUtcNow());
                messages.Add(message);
                storm.Add(new StormMessage(message.Mid, person.Igsid, person.Username, text));
            }

            return messages;
        }
    }
}
