using Npgsql;

namespace SocialSelling.Instagram.Data.Ledger;

/// <summary>Statements over accounts and received messages, for many at once.</summary>
internal static class MessageQueries
{
    public static async Task<Dictionary<string, AccountRef>> FindAccountsAsync(
        NpgsqlConnection connection, string[] platformAccountIds, CancellationToken ct)
    {
        const string sql = """
            select distinct on (platform_account_id) platform_account_id, account_id, workspace_id from instagram_accounts a
            where platform_account_id = any($1) and connected and not exists (select 1 from erased_workspaces e where e.workspace_id = a.workspace_id)
            order by platform_account_id, changed_at desc
            """;
        var accounts = new Dictionary<string, AccountRef>(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = platformAccountIds });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            accounts.Add(reader.GetString(0), new AccountRef(reader.GetGuid(1), reader.GetGuid(2)));
        }

        return accounts;
    }

    /// <summary>Remembers the messages and gives back those that were not known. Sorted, so that two instances never lock crosswise.</summary>
    public static async Task<HashSet<(Guid AccountId, string Mid)>> RememberAsync(
        NpgsqlConnection connection, IEnumerable<(Guid AccountId, string Mid)> keys, DateTimeOffset now, CancellationToken ct)
    {
        const string sql = """
            insert into received_messages (account_id, mid, received_at)
            select account_id, mid, $3 from unnest($1, $2) as m (account_id, mid) on conflict do nothing returning account_id, mid
            """;
        var sorted = keys.Distinct().OrderBy(k => k.AccountId).ThenBy(k => k.Mid, StringComparer.Ordinal).ToArray();
        var fresh = new HashSet<(Guid, string)>();
        if (sorted.Length == 0)
        {
            return fresh;
        }

        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. sorted.Select(k => k.AccountId)] });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. sorted.Select(k => k.Mid)] });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            fresh.Add((reader.GetGuid(0), reader.GetString(1)));
        }

        return fresh;
    }
}
