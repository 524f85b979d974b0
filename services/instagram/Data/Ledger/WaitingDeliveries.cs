using Npgsql;
using SocialSelling.Instagram.Domain;

namespace SocialSelling.Instagram.Data.Ledger;

/// <summary>The accounts as this service knows them, and the deliveries that wait for one.</summary>
internal sealed class WaitingDeliveries(NpgsqlDataSource database)
{
    private const string Release = "update webhook_deliveries set state = 'pending', waiting_for = '{}' where state = 'waiting' and waiting_for && ";

    /// <summary>Takes an account over, unless newer news of it is here already, and lets go what waited for it. Safe to repeat.</summary>
    public Task<int> AccountConnectedAsync(KnownAccount account, CancellationToken ct) => StoreAsync(account, connected: true, ct);

    public Task<int> AccountDisconnectedAsync(KnownAccount account, CancellationToken ct) => StoreAsync(account, connected: false, ct);

    public async Task<int> ReleaseKnownAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            Release + "array(select platform_account_id::text from instagram_accounts where connected)");
        return await command.ExecuteNonQueryAsync(ct);
    }

    public async Task<List<string>> UnknownAccountsAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select distinct unnest(waiting_for) from (select waiting_for from webhook_deliveries where state = 'waiting' limit 10000) as w limit 100");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var ids = new List<string>();
        while (await reader.ReadAsync(ct))
        {
            ids.Add(reader.GetString(0));
        }

        return ids;
    }

    private async Task<int> StoreAsync(KnownAccount account, bool connected, CancellationToken ct)
    {
        const string upsert = """
            insert into instagram_accounts as a (account_id, workspace_id, platform_account_id, username, connected, changed_at)
            select $1, $2, $3, $4, $5, $6 where not exists (select 1 from erased_workspaces where workspace_id = $2)
            on conflict (account_id) do update
            set workspace_id = excluded.workspace_id, connected = excluded.connected, changed_at = excluded.changed_at,
                username = case when excluded.username = '' then a.username else excluded.username end
            where a.changed_at <= excluded.changed_at
            """;
        await using var batch = database.CreateBatch();
        var store = new NpgsqlBatchCommand(upsert);
        store.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = account.AccountId });
        store.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = account.WorkspaceId });
        store.Parameters.Add(new NpgsqlParameter<string> { TypedValue = account.PlatformAccountId });
        store.Parameters.Add(new NpgsqlParameter<string> { TypedValue = account.Username });
        store.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = connected });
        store.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = account.At });
        var release = new NpgsqlBatchCommand(
            Release + "array(select platform_account_id::text from instagram_accounts where connected and platform_account_id = $1)");
        release.Parameters.Add(new NpgsqlParameter<string> { TypedValue = account.PlatformAccountId });
        batch.BatchCommands.Add(store);
        batch.BatchCommands.Add(release);
        await batch.ExecuteNonQueryAsync(ct);
        return (int)release.RecordsAffected;
    }
}
