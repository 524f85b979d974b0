using Microsoft.Extensions.Options;
using SocialSelling.MetaSimulator.Options;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Webhooks;

/// <summary>Sends what is due with bounded concurrency and decides what a failure means.</summary>
internal sealed class WebhookSender(
    WebhookQueue queue, WebhookClient client, WebhookTarget target, RetrySchedule retries, DeliveryLedger ledger, World world, TimeProvider clock,
    IOptions<SimulatorOptions> options) : BackgroundService
{
    private static readonly TimeSpan UnsubscribeAfter = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(Enumerable.Range(0, options.Value.WebhookConcurrency).Select(_ => SendAllAsync(stoppingToken)));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task SendAllAsync(CancellationToken ct)
    {
        await Task.Yield();
        await foreach (var delivery in queue.ReadAllAsync(ct))
        {
            await SendAsync(delivery, ct);
        }
    }

    private async Task SendAsync(Delivery delivery, CancellationToken ct)
    {
        if (!delivery.Manual && !IsSubscribed(delivery))
        {
            Drop(delivery, "unsubscribed");
            return;
        }

        var app = target.Current;
        delivery.Attempts++;
        ledger.Attempted();
        var (status, error) = app.IsVerified || delivery.Manual
            ? await client.PostAsync(app.Url, delivery.Body, delivery.Signature, ct)
            : (null, "the webhook has not passed the handshake");
        (delivery.LastStatus, delivery.LastError) = (status, error);
        if (status == StatusCodes.Status200OK)
        {
            Succeed(delivery);
        }
        else
        {
            Fail(delivery);
        }
    }

    private bool IsSubscribed(Delivery delivery)
    {
        lock (world.Gate)
        {
            return world.FindAccount(delivery.UserId)?.SubscribedFields?.Contains(delivery.Field) == true;
        }
    }

    private void Succeed(Delivery delivery)
    {
        delivery.DeliveredAt = clock.GetUtcNow();
        delivery.State = DeliveryState.Delivered;
        ledger.Delivered();
        delivery.Storm?.Delivered(delivery);
        lock (world.Gate)
        {
            if (world.FindAccount(delivery.UserId) is { } account)
            {
                account.FailingSince = null;
            }
        }
    }

    private void Fail(Delivery delivery)
    {
        ledger.Failed();
        delivery.Storm?.FailedAttempt();
        var now = clock.GetUtcNow();
        if (delivery.Manual)
        {
            Drop(delivery, delivery.LastError);
        }
        else if (HasFailedTooLong(delivery, now))
        {
            Drop(delivery, "unsubscribed after an hour of failures");
        }
        else if (!retries.TryAdd(delivery, now))
        {
            Drop(delivery, "given up after 36 hours");
        }
    }

    private bool HasFailedTooLong(Delivery delivery, DateTimeOffset now)
    {
        lock (world.Gate)
        {
            if (world.FindAccount(delivery.UserId) is not { } account)
            {
                return false;
            }

            account.FailingSince ??= now;
            if (now - account.FailingSince < UnsubscribeAfter)
            {
                return false;
            }

            account.SubscribedFields = null;
            return true;
        }
    }

    private void Drop(Delivery delivery, string? reason)
    {
        delivery.LastError = reason ?? delivery.LastError;
        delivery.State = DeliveryState.Dropped;
        ledger.Dropped();
        delivery.Storm?.Dropped(delivery);
    }
}
