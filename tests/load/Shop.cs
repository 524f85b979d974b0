using Npgsql;
using SocialSelling.Demo;
using SocialSelling.Load.Tools;

namespace SocialSelling.Load;

/// <summary>The shop that one run of the measurements writes to and reads from.</summary>
internal sealed class Shop : IDisposable
{
    private readonly ConnectedShop _shop;
    private readonly NpgsqlDataSource _postgres;

    private Shop(BenchOptions options, ConnectedShop shop)
    {
        (Options, _shop) = (options, shop);
        _postgres = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(options.Postgres) { Database = "socialselling" });
        Webhooks = new SignedWebhooks(options.AppSecret, shop.MetaAccount);
    }

    public BenchOptions Options { get; }

    public SuiteClient Suite => _shop.Suite;

    public SignedWebhooks Webhooks { get; }

    public string Run => _shop.Run;

    public static async Task<Shop> OpenAsync(BenchOptions options, CancellationToken ct) =>
        new(options, await ConnectedShop.OpenAsync(new DemoAddresses(options.Gateway, options.Simulator), "bench", ct));

    /// <summary>How many inbound messages of this shop are in the inbox.</summary>
    public async Task<long> StoredAsync(CancellationToken ct)
    {
        await using var command = _postgres.CreateCommand("SELECT count(*) FROM messaging.messages WHERE account_id = $1 AND direction = 'inbound'");
        command.Parameters.AddWithValue(_shop.AccountId);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Waits until that many are stored.</summary>
    public Task WaitUntilStoredAsync(long count, TimeSpan limit, CancellationToken ct) => Polling.UntilAsync<bool>(
        $"{count} messages in the inbox", async () => await StoredAsync(ct) >= count ? true : null, limit, ct);

    public void Dispose()
    {
        _shop.Dispose();
        _postgres.Dispose();
    }
}
