using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SocialSelling.Instagram.Data.Ledger;
using SocialSelling.Instagram.Options;
using SocialSelling.Instagram.Workers;

namespace SocialSelling.Instagram.Tests.Webhooks;

public sealed class DatabaseAwayTests
{
    private static readonly WebhookOptions Settings = new() { CommitTimeout = TimeSpan.FromMilliseconds(500), MaxWaitingBytes = 2048 };

    [Fact]
    public async Task Store_ServerRefusesConnections_IsRefusedAtOnce()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var (stored, elapsed) = await StoreAsync(port, 10);

        Assert.False(stored);
        Assert.InRange(elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Store_ServerAnswersNothing_IsRefusedInTime()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        var (stored, elapsed) = await StoreAsync(((IPEndPoint)listener.LocalEndpoint).Port, 10);

        Assert.False(stored);
        Assert.InRange(elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Store_MoreBytesThanMayWait_IsRefusedAtOnce()
    {
        var (stored, elapsed) = await StoreAsync(port: 1, bytes: 4096);

        Assert.False(stored);
        Assert.InRange(elapsed, TimeSpan.Zero, TimeSpan.FromMilliseconds(400));
    }

    private static async Task<(bool Stored, TimeSpan Elapsed)> StoreAsync(int port, int bytes)
    {
        var options = Microsoft.Extensions.Options.Options.Create(Settings);
        await using var database = NpgsqlDataSource.Create($"Host=127.0.0.1;Port={port};Username=nobody;Timeout=5");
        var ledger = new WebhookLedger(options);
        using var writer = new LedgerWriter(ledger, new LedgerInsert(database), new WorkSignal<WebhookProcessor>(), options, NullLogger<LedgerWriter>.Instance);
        await writer.StartAsync(CancellationToken.None);
        var started = Stopwatch.GetTimestamp();
        var stored = await ledger.StoreAsync(new byte[bytes], DateTimeOffset.UtcNow);
        var elapsed = Stopwatch.GetElapsedTime(started);
        await writer.StopAsync(CancellationToken.None);
        return (stored, elapsed);
    }
}
