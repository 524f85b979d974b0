using Microsoft.EntityFrameworkCore;
using Npgsql;
using SocialSelling.Publisher.Data;

namespace SocialSelling.Publisher.Workers;

/// <summary>Wakes the due-post worker of every instance when a post was planned; PostgreSQL delivers with the commit, never before.</summary>
internal sealed class DuePostListener(NpgsqlDataSource dataSource) : IAsyncDisposable
{
    private NpgsqlConnection? _connection;

    /// <summary>Part of the caller's transaction where there is one.</summary>
    public static Task NotifyAsync(PublisherDbContext db, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_notify('publisher_posts', '')", ct);

    /// <summary>From here on nothing is missed: what is planned before the next wait ends that wait at once.</summary>
    public async Task EnsureListeningAsync(CancellationToken ct)
    {
        if (_connection is { FullState: System.Data.ConnectionState.Open }) return;
        await DisposeAsync();
        _connection = await dataSource.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand("LISTEN publisher_posts", _connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task WaitAsync(TimeSpan atMost, CancellationToken ct)
    {
        if (_connection is not null) await _connection.WaitAsync(atMost, ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is null) return;
        await _connection.DisposeAsync();
        _connection = null;
    }
}
