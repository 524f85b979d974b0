using Npgsql;
using SocialSelling.Contracts.Instagram;
using SocialSelling.Instagram.Data.Ledger;

namespace SocialSelling.Instagram.Workers;

/// <summary>Tells echoes of our own sends from messages typed in the phone app, and ends the sends that only their echo tells of.</summary>
internal static class EchoReconciler
{
    /// <summary>The echoes that are ours, with the sends that ended thereby.</summary>
    public static async Task<(HashSet<(Guid AccountId, string Mid)> Own, List<MessageSent> Sent)> ReconcileAsync(
        NpgsqlConnection connection, IReadOnlyList<ResolvedMessage> echoes, DateTimeOffset now, CancellationToken ct)
    {
        var own = new HashSet<(Guid, string)>();
        var sent = new List<MessageSent>();
        if (echoes.Count == 0)
        {
            return (own, sent);
        }

        var candidates = await OutboundInAir.LockAsync(
            connection,
            [.. echoes.Select(e => e.Account.AccountId).Distinct()],
            [.. echoes.Select(e => e.Message.ContactId).Distinct()],
            [.. echoes.Select(e => e.Message.Mid).Distinct()],
            ct);
        foreach (var echo in echoes)
        {
            if (candidates.Exists(c => c.AccountId == echo.Account.AccountId && c.PlatformMessageId == echo.Message.Mid))
            {
                own.Add(echo.Key);
            }
            else if (candidates.Find(c => Matches(c, echo)) is { } inAir)
            {
                candidates.Remove(inAir);
                own.Add(echo.Key);
                sent.Add(Sent(inAir, echo.Message.Mid, now));
            }
        }

        if (sent.Count > 0)
        {
            await OutboundInAir.MarkSentAsync(connection, [.. sent.Select(s => s.MessageId)], [.. sent.Select(s => s.PlatformMessageId)], now, ct);
        }

        return (own, sent);
    }

    private static bool Matches(OutboundInAir inAir, ResolvedMessage echo) =>
        inAir.PlatformMessageId is null
        && inAir.AccountId == echo.Account.AccountId
        && inAir.ContactPlatformId == echo.Message.ContactId
        && string.Equals(inAir.Text.Trim(), echo.Message.Text?.Trim(), StringComparison.Ordinal);

    private static MessageSent Sent(OutboundInAir message, string mid, DateTimeOffset now) => new()
    {
        WorkspaceId = message.WorkspaceId,
        AccountId = message.AccountId,
        MessageId = message.MessageId,
        PlatformMessageId = mid,
        OccurredAt = now,
    };
}
