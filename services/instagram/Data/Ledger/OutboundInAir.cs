using Npgsql;

namespace SocialSelling.Instagram.Data.Ledger;

/// <summary>A message of ours that an echo may belong to. <paramref name="PlatformMessageId"/> is known once it is sent.</summary>
internal sealed record OutboundInAir(
    Guid MessageId, Guid WorkspaceId, Guid AccountId, string ContactPlatformId, string Text, string? PlatformMessageId)
{
    /// <summary>
    /// One statement for both kinds, so that a send which ends meanwhile is seen either before or after, never in between. A queued one
    /// that was handed to Meta before counts too: its echo may come after all.
    /// </summary>
    public static async Task<List<OutboundInAir>> LockAsync(
        NpgsqlConnection connection, Guid[] accountIds, string[] contactIds, string[] mids, CancellationToken ct)
    {
        const string sql = """
            select message_id, workspace_id, account_id, contact_platform_id, text, platform_message_id from outbound_messages
            where account_id = any($1) and platform_message_id = any($3)
               or account_id = any($1) and contact_platform_id = any($2) and state in ('queued', 'sending', 'unknown') and sending_at is not null
            order by message_id for update
            """;
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = accountIds });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = contactIds });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = mids });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<OutboundInAir>();
        while (await reader.ReadAsync(ct))
        {
            found.Add(new OutboundInAir(
                reader.GetGuid(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetString(3), reader.GetString(4),
                await reader.IsDBNullAsync(5, ct) ? null : reader.GetString(5)));
        }

        return found;
    }

    public static async Task MarkSentAsync(NpgsqlConnection connection, Guid[] messageIds, string[] mids, DateTimeOffset now, CancellationToken ct)
    {
        const string sql = """
            update outbound_messages o set state = 'sent', platform_message_id = e.mid, finished_at = $3
            from unnest($1, $2) as e (message_id, mid) where o.message_id = e.message_id
            """;
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = messageIds });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = mids });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now });
        await command.ExecuteNonQueryAsync(ct);
    }
}
