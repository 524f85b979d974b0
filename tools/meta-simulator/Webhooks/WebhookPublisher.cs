using SocialSelling.MetaSimulator.Accounts;
using SocialSelling.MetaSimulator.Control;
using SocialSelling.MetaSimulator.Faults;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Webhooks;

/// <summary>Turns messages into deliveries, for subscribed accounts and fields only, with the faults asked for.</summary>
internal sealed class WebhookPublisher(WebhookQueue queue, HeldDeliveries held, FaultStore faults, DeliveryLedger ledger, World world, TimeProvider clock)
{
    public Task PublishAsync(ChatMessage message, CancellationToken ct) => PublishAsync([message], storm: null, ct);

    /// <summary>All messages in one POST; they are of the same kind and account.</summary>
    public async Task PublishAsync(IReadOnlyList<ChatMessage> messages, Storm? storm, CancellationToken ct)
    {
        var account = messages[0].Thread.Account;
        var field = messages[0].FromCustomer ? WebhookFields.Messages : WebhookFields.Echoes;
        lock (world.Gate)
        {
            if (account.SubscribedFields?.Contains(field) != true)
            {
                storm?.NotSubscribed(messages.Count);
                return;
            }
        }

        var now = clock.GetUtcNow();
        var fault = faults.TakeWebhook(field);
        var body = WebhookBody.Of(messages.Select(message => MessagingEntry.Of(message, now)));
        var delivery = new Delivery(account.UserId, field, body, messages.Count, now) { Signature = SignatureOf(fault), Storm = storm };
        await SendAsync(delivery, fault, ct);
    }

    public async Task SendAsync(Delivery delivery, FaultRule? fault, CancellationToken ct)
    {
        ledger.Recent.Add(delivery);
        switch (fault?.Kind)
        {
            case FaultKinds.WebhookHold:
                held.Add(delivery);
                break;
            case FaultKinds.WebhookReorder:
                held.Add(delivery);
                if (fault.IsSpent)
                {
                    await ReleaseAsync(ReleaseOrder.Reverse, ct);
                }

                break;
            case FaultKinds.WebhookDuplicate:
                var twin = delivery.Copy(delivery.Signature, delivery.CreatedAt);
                ledger.Recent.Add(twin);
                await queue.AddAsync(delivery, ct);
                await queue.AddAsync(twin, ct);
                break;
            default:
                await queue.AddAsync(delivery, ct);
                break;
        }
    }

    public async Task<int> ReleaseAsync(ReleaseOrder order, CancellationToken ct)
    {
        var released = held.TakeAll(order);
        foreach (var delivery in released)
        {
            await queue.AddAsync(delivery, ct);
        }

        return released.Count;
    }

    private static SignatureMode SignatureOf(FaultRule? fault) => fault?.Kind switch
    {
        FaultKinds.WebhookBadSignature => SignatureMode.Invalid,
        FaultKinds.WebhookNoSignature => SignatureMode.None,
        _ => SignatureMode.Valid,
    };
}
