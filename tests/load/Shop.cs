using System.Security.Cryptography;
using Npgsql;
using SocialSelling.Demo;
using SocialSelling.Load.Tools;

namespace SocialSelling.Load;

/// <summary>A workspace with a connected account, made for one run of the measurements.</summary>
internal sealed class Shop(BenchOptions options) : IDisposable
{
    private readonly string _run = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
    private readonly SimulatorClient _simulator = new(options.Simulator);
    private readonly NpgsqlDataSource _postgres = NpgsqlDataSource.Create(options.Postgres);
    private SignedWebhooks? _webhooks;
    private Guid _account;

    public BenchOptions Options => options;

    public SuiteClient Suite { get; } = new(options.Gateway);

    public SignedWebhooks Webhooks => _webhooks ?? throw new InvalidOperationException("The shop is not open yet.");

    public string Run => _run;

    public async Task OpenAsync(CancellationToken ct)
    {
        var (email, username) = ($"bench-{_run}@example.com", $"bench_{_run}");
        var user = await Suite.PostAsync("auth/register", new { email, password = $"Bench-{_run}-1aA", name = "Bench" }, ct);
        Suite.Authorize(user.GetProperty("accessToken").GetString()!);
        var metaAccount = (await _simulator.PostAsync("accounts", new { username }, ct)).GetProperty("userId").GetString()!;
        await _simulator.PostAsync("next-login", new { answer = "accept", username }, ct);
        var connect = await Suite.PostAsync("accounts/instagram/connect", new { }, ct);
        await Suite.FollowLoginAsync(new Uri(connect.GetProperty("authorizationUrl").GetString()!), ct);
        var accounts = await Suite.GetAsync("accounts", ct);
        _account = accounts.GetProperty("data")[0].GetProperty("id").GetGuid();
        _webhooks = new SignedWebhooks(options.AppSecret, metaAccount);
    }

    /// <summary>How many inbound messages of this shop are in the inbox.</summary>
    public async Task<long> StoredAsync(CancellationToken ct)
    {
        await using var command = _postgres.CreateCommand("SELECT count(*) FROM messaging.messages WHERE account_id = $1 AND direction = 'inbound'");
        command.Parameters.AddWithValue(_account);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Waits until that many are stored.</summary>
    public Task WaitUntilStoredAsync(long count, TimeSpan limit, CancellationToken ct) => Polling.UntilAsync<bool>(
        $"{count} messages in the inbox", async () => await StoredAsync(ct) >= count ? true : null, limit, ct);

    public void Dispose()
    {
        Suite.Dispose();
        _simulator.Dispose();
        _postgres.Dispose();
    }
}
