using Npgsql;

namespace SocialSelling.ServiceDefaults.Privacy;

/// <summary>The running transaction of an erasure.</summary>
public sealed class ErasureBatch
{
    private readonly Dictionary<string, long> _counts;

    internal ErasureBatch(Guid erasureId, Guid subjectId, int size, NpgsqlConnection connection, Dictionary<string, long> counts)
    {
        ErasureId = erasureId;
        SubjectId = subjectId;
        Size = size;
        Connection = connection;
        _counts = counts;
    }

    /// <summary>The erasure.</summary>
    public Guid ErasureId { get; }

    /// <summary>The workspace or the user.</summary>
    public Guid SubjectId { get; }

    /// <summary>Rows at most.</summary>
    public int Size { get; }

    /// <summary>The context's connection, on which the transaction is open.</summary>
    public NpgsqlConnection Connection { get; }

    /// <summary>Where the step's last batch ended, as it wrote it down itself; empty in its first batch.</summary>
    public string Cursor { get; set; } = "";

    /// <summary>How long to wait before the next batch, where the step waits for something else.</summary>
    public TimeSpan Pause { get; set; }

    /// <summary>Writes into the receipt; committed with the batch, so that nothing is counted twice.</summary>
    public void Count(string what, long rows) => _counts[what] = _counts.GetValueOrDefault(what) + rows;

    /// <summary>Runs a statement in which <c>$1</c> is the subject and <c>$2</c> the size; returns the rows it changed.</summary>
    public async Task<int> ExecuteAsync(string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, Connection);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = SubjectId });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Size });
        return await command.ExecuteNonQueryAsync(ct);
    }
}
