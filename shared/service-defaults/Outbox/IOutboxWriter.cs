using Npgsql;

namespace SocialSelling.ServiceDefaults.Outbox;

/// <summary>Writes events within a transaction on raw Npgsql, for paths where a change tracker costs too much.</summary>
public interface IOutboxWriter
{
    /// <summary>Inserts all messages with one statement. Call <see cref="OutboxSignal.Notify"/> after the commit.</summary>
    Task AddRangeAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlyList<object> messages, CancellationToken ct);
}
