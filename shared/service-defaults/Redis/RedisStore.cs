using System.Globalization;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace SocialSelling.ServiceDefaults.Redis;

/// <summary>
/// The one way to Redis. Each call is bounded by <c>Redis:Timeout</c>, since the client library's asynchronous calls never time out by
/// themselves, and fails with <see cref="RedisUnavailableException"/>.
/// </summary>
public sealed class RedisStore : IAsyncDisposable
{
    private const string IncrementScript =
        "local n = redis.call('INCR', KEYS[1]) if n == 1 and ARGV[1] ~= '0' then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end return n";

    private readonly SemaphoreSlim connecting = new(1, 1);
    private readonly RedisOptions options;
    private volatile ConnectionMultiplexer? connection;

    /// <summary>Connects on first use.</summary>
    public RedisStore(IOptions<RedisOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options.Value;
    }

    /// <summary>The value, or null where there is none.</summary>
    public async Task<string?> GetAsync(string key, CancellationToken ct) => await RunAsync(database => database.StringGetAsync(key), ct);

    /// <summary>Writes a value that lives for <paramref name="ttl"/>, or for ever.</summary>
    public Task SetAsync(string key, string value, TimeSpan? ttl, CancellationToken ct) =>
        RunAsync(database => database.StringSetAsync(key, value, ttl), ct);

    /// <summary>Whether the key is there.</summary>
    public Task<bool> ExistsAsync(string key, CancellationToken ct) => RunAsync(database => database.KeyExistsAsync(key), ct);

    /// <summary>Deletes the key; false when it was not there.</summary>
    public Task<bool> DeleteAsync(string key, CancellationToken ct) => RunAsync(database => database.KeyDeleteAsync(key), ct);

    /// <summary>Writes the value unless the key exists; true when it was written.</summary>
    public Task<bool> SetIfAbsentAsync(string key, string value, TimeSpan? ttl, CancellationToken ct) =>
        RunAsync(database => database.StringSetAsync(key, value, ttl, When.NotExists), ct);

    /// <summary>Adds one and returns the sum; the first call gives the key its life time.</summary>
    public async Task<long> IncrementAsync(string key, TimeSpan? ttl, CancellationToken ct)
    {
        var milliseconds = ((long)(ttl?.TotalMilliseconds ?? 0)).ToString(CultureInfo.InvariantCulture);
        return (long)await ScriptAsync(IncrementScript, [key], [milliseconds], ct);
    }

    /// <summary>Runs a Lua script: atomic work on several keys.</summary>
    public Task<RedisResult> ScriptAsync(string lua, string[] keys, string[] args, CancellationToken ct) =>
        RunAsync(
            database => database.ScriptEvaluateAsync(
                lua, Array.ConvertAll(keys, key => (RedisKey)key), Array.ConvertAll(args, arg => (RedisValue)arg)),
            ct);

    /// <summary>How long the server takes to answer.</summary>
    public Task<TimeSpan> PingAsync(CancellationToken ct) => RunAsync(database => database.PingAsync(), ct);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        connecting.Dispose();
        if (connection is { } open)
        {
            await open.CloseAsync(allowCommandsToComplete: false);
            open.Dispose();
        }
    }

    private async Task<T> RunAsync<T>(Func<IDatabase, Task<T>> call, CancellationToken ct)
    {
        try
        {
            var open = connection ?? await ConnectAsync(ct);
            return await call(open.GetDatabase()).WaitAsync(options.Timeout, ct);
        }
        catch (Exception error) when (error is TimeoutException or RedisConnectionException)
        {
            throw new RedisUnavailableException("Redis is unavailable.", error);
        }
    }

    private async Task<ConnectionMultiplexer> ConnectAsync(CancellationToken ct)
    {
        if (!await connecting.WaitAsync(options.Timeout, ct))
        {
            throw new RedisUnavailableException("Redis is still being connected.");
        }

        try
        {
            return connection ??= await ConnectionMultiplexer.ConnectAsync(Configuration()).WaitAsync(options.Timeout * 5, ct);
        }
        finally
        {
            connecting.Release();
        }
    }

    private ConfigurationOptions Configuration()
    {
        var configuration = ConfigurationOptions.Parse(options.Endpoint);
        configuration.AbortOnConnectFail = false;
        configuration.Password = options.Password.Length == 0 ? null : options.Password;
        configuration.ConnectTimeout = (int)options.Timeout.TotalMilliseconds;
        configuration.SyncTimeout = (int)options.Timeout.TotalMilliseconds;
        return configuration;
    }
}
