using Npgsql;

namespace SocialSelling.Testing;

/// <summary>Notes how many rows each statement deletes from a table.</summary>
public sealed class DeletedBatches : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly string _table;

    private DeletedBatches(TestDatabase database, string table)
    {
        _database = database;
        _table = $"{database.Schema}.{table}";
    }

    /// <summary>Begins to note.</summary>
    public static async Task<DeletedBatches> WatchAsync(TestDatabase database, string table)
    {
        var watch = new DeletedBatches(database, table);
        await database.ExecuteAsync($"""
            CREATE TABLE public.deleted_batches (size bigint);
            CREATE FUNCTION public.note_batch() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
            $$ BEGIN INSERT INTO public.deleted_batches SELECT count(*) FROM gone; RETURN NULL; END $$;
            CREATE TRIGGER note_batch AFTER DELETE ON {watch._table} REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.note_batch();
            """);
        return watch;
    }

    /// <summary>Rows of each statement so far.</summary>
    public async Task<IReadOnlyList<long>> SizesAsync()
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_database.AdminConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT size FROM public.deleted_batches WHERE size > 0", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var sizes = new List<long>();
        while (await reader.ReadAsync()) sizes.Add(reader.GetInt64(0));
        return sizes;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() =>
        await _database.ExecuteAsync($"DROP TRIGGER note_batch ON {_table}; DROP FUNCTION public.note_batch(); DROP TABLE public.deleted_batches");
}
