using Npgsql;
using Microsoft.Extensions.Options;
using SocialSelling.Instagram.Data.Ledger;
using SocialSelling.Instagram.Domain.Webhooks;
using SocialSelling.Instagram.Options;
using SocialSelling.ServiceDefaults.Outbox;

namespace SocialSelling.Instagram.Workers;

/// <summary>Turns stored deliveries into events: claim, remember, outbox and mark are one transaction for the whole batch.</summary>
internal sealed class DeliveryProcessor(
    NpgsqlDataSource database, IOutboxWriter outbox, OutboxSignal relay, WorkSignal<UnknownAccountSweeper> unknownAccounts,
    WorkSignal<MessageSender> sender, InstagramMetrics metrics, TimeProvider clock, IOptions<WebhookOptions> options)
{
    /// <summary>How many deliveries were taken; 0 when none waits.</summary>
    public async Task<int> ProcessBatchAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var claimed = await LedgerQueries.ClaimAsync(connection, options.Value.ProcessBatch, options.Value.ProcessBatchBytes, ct);
        if (claimed.Count > 0)
        {
            var outcome = await ApplyAsync(connection, transaction, claimed, ct);
            await transaction.CommitAsync(ct);
            Announce(outcome);
        }

        return claimed.Count;
    }

    /// <summary>Processes one delivery. One that the database will not take is marked as failed, so that it holds up nothing.</summary>
    public async Task<int> ProcessSingleAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var claimed = await LedgerQueries.ClaimAsync(connection, 1, 0, ct);
        if (claimed.Count == 0)
        {
            return 0;
        }

        await transaction.SaveAsync("one", ct);
        BatchOutcome? outcome = null;
        try
        {
            outcome = await ApplyAsync(connection, transaction, claimed, ct);
        }
        catch (PostgresException e) when (IsDataFault(e))
        {
            await transaction.RollbackAsync("one", ct);
            await LedgerQueries.MarkAsync(connection, [new DeliveryMark(claimed[0].Id, DeliveryState.Failed, Reason: $"database_{e.SqlState}")], clock.GetUtcNow(), ct);
        }

        await transaction.CommitAsync(ct);
        Announce(outcome ?? new BatchOutcome([], [], []));
        return 1;
    }

    /// <summary>Says that the content is at fault, not the database's state.</summary>
    public static bool IsDataFault(PostgresException e) =>
        e.SqlState.StartsWith("22", StringComparison.Ordinal) || e.SqlState.StartsWith("23", StringComparison.Ordinal) || e.SqlState.StartsWith("54", StringComparison.Ordinal);

    private async Task<BatchOutcome> ApplyAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, List<ClaimedDelivery> claimed, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var parsed = claimed.ConvertAll(d => (d.Id, Content: WebhookParser.Parse(d.Body, d.ReceivedAt)));
        var messages = parsed.SelectMany(d => d.Content?.Messages ?? []).ToList();
        var accounts = messages.Count == 0
            ? []
            : await MessageQueries.FindAccountsAsync(connection, [.. messages.Select(m => m.PlatformAccountId).Distinct()], ct);

        var resolved = messages.Where(m => accounts.ContainsKey(m.PlatformAccountId)).Select(m => new ResolvedMessage(accounts[m.PlatformAccountId], m)).ToList();
        var fresh = await MessageQueries.RememberAsync(connection, resolved.Select(m => m.Key), now, ct);
        var news = resolved.Where(m => fresh.Remove(m.Key)).ToList();
        var (own, sent) = await EchoReconciler.ReconcileAsync(connection, news.FindAll(m => m.Message.IsEcho), now, ct);

        List<object> events = [.. InboundEvents.Of(news.FindAll(m => !own.Contains(m.Key)), now), .. sent];
        if (events.Count > 0)
        {
            await outbox.AddRangeAsync(connection, transaction, events, ct);
        }

        var marks = parsed.ConvertAll(d => Mark(d.Id, d.Content, accounts));
        await LedgerQueries.MarkAsync(connection, marks, now, ct);
        return new BatchOutcome(marks, events, sent);
    }

    private static DeliveryMark Mark(long id, ParsedDelivery? content, Dictionary<string, AccountRef> accounts)
    {
        if (content is null)
        {
            return new DeliveryMark(id, DeliveryState.Unparsable, Reason: "unparsable");
        }

        var unknown = content.Messages.Select(m => m.PlatformAccountId).Where(a => !accounts.ContainsKey(a)).Distinct().ToList();
        var known = content.Messages.Count(m => accounts.ContainsKey(m.PlatformAccountId));
        return unknown.Count == 0
            ? new DeliveryMark(id, DeliveryState.Processed, known, content.Ignored.Count, content.Reason)
            : new DeliveryMark(id, DeliveryState.Waiting, known, content.Ignored.Count, "unknown_account") { WaitingFor = unknown };
    }

    private void Announce(BatchOutcome outcome)
    {
        if (outcome.Events.Count > 0)
        {
            relay.Notify();
        }

        if (outcome.Sent.Count > 0)
        {
            sender.Notify();
        }

        if (outcome.Marks.Any(m => m.State == DeliveryState.Waiting))
        {
            unknownAccounts.Notify();
        }

        metrics.Processed(outcome);
    }
}
