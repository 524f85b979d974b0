using Npgsql;

namespace SocialSelling.Testing;

/// <summary>Finds where an id is still written: in every table with a column of the name, whoever adds one later.</summary>
public static class IdTraces
{
    private const string Columns = """
        SELECT table_name, column_name FROM information_schema.columns
        WHERE table_schema = $1 AND udt_name = 'uuid' AND table_name NOT IN ('privacy_jobs', 'erased_workspaces') ORDER BY table_name, column_name
        """;

    /// <summary>Rows a column that hold the id; columns without any are left out.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> FindAsync(this TestDatabase database, Guid id)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.AdminConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        var found = new Dictionary<string, long>();
        foreach (var (table, column) in await ColumnsAsync(connection, database.Schema))
        {
            await using var count = new NpgsqlCommand($"SELECT count(*) FROM {database.Schema}.{table} WHERE {column} = $1", connection);
            count.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
            if ((long)(await count.ExecuteScalarAsync())! is > 0 and var rows) found.Add($"{table}.{column}", rows);
        }

        return found;
    }

    private static async Task<List<(string Table, string Column)>> ColumnsAsync(NpgsqlConnection connection, string schema)
    {
        await using var command = new NpgsqlCommand(Columns, connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = schema });
        await using var reader = await command.ExecuteReaderAsync();
        var columns = new List<(string, string)>();
        while (await reader.ReadAsync()) columns.Add((reader.GetString(0), reader.GetString(1)));
        return columns;
    }
}
