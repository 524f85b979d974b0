using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SocialSelling.ServiceDefaults.Data;

namespace SocialSelling.ServiceDefaults.Outbox;

/// <summary>Wakes the relay as soon as events are committed, with a transaction of one's own or without.</summary>
internal sealed class OutboxAnnouncer(OutboxSignal signal) : DbTransactionInterceptor, ISaveChangesInterceptor
{
    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Announce(eventData.Context);

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Announce(eventData.Context);
        return Task.CompletedTask;
    }

    public int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        AnnounceSaved(eventData.Context);
        return result;
    }

    public ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        AnnounceSaved(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private void AnnounceSaved(DbContext? context)
    {
        if (context?.Database.CurrentTransaction is null) Announce(context);
    }

    private void Announce(DbContext? context)
    {
        if (context is not ServiceDbContext { HasUnannouncedEvents: true } db) return;
        db.HasUnannouncedEvents = false;
        signal.Notify();
    }
}
