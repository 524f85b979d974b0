namespace SocialSelling.ServiceDefaults.Privacy;

/// <summary>One kind of thing that an erasure takes away, batch by batch.</summary>
/// <param name="Name">What it is called in the receipt, such as <c>messages</c>.</param>
/// <param name="EraseAsync">Erases one batch within the running transaction; returns whether there may be more.</param>
public sealed record ErasureStep(string Name, Func<ErasureBatch, CancellationToken, Task<bool>> EraseAsync)
{
    /// <summary>Deletes the rows that fulfil the condition, in which <c>$1</c> is the workspace's or user's id.</summary>
    public static ErasureStep Delete(string table, string where, string? name = null) => Of(
        name ?? table, $"DELETE FROM {table} WHERE ctid = ANY (ARRAY(SELECT ctid FROM {table} WHERE {where} LIMIT $2))");

    /// <summary>Changes the rows that fulfil the condition, which afterwards they must not.</summary>
    public static ErasureStep Update(string table, string set, string where, string name) => Of(
        name, $"UPDATE {table} SET {set} WHERE ctid = ANY (ARRAY(SELECT ctid FROM {table} WHERE {where} LIMIT $2))");

    private static ErasureStep Of(string name, string sql) => new(name, async (batch, ct) =>
    {
        var rows = await batch.ExecuteAsync(sql, ct);
        batch.Count(name, rows);
        return rows == batch.Size;
    });
}
