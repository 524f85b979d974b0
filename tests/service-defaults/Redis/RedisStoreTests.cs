using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using SocialSelling.ServiceDefaults.Redis;
using SocialSelling.Testing;

namespace SocialSelling.ServiceDefaults.Tests.Redis;

public sealed class RedisStoreTests : IAsyncDisposable
{
    private readonly RedisStore store = Store(TestEnvironment.RedisEndpoint);
    private readonly string key = $"test:{Guid.NewGuid():N}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task SetGetDelete_Key_ComesAndGoes()
    {
        Assert.Null(await store.GetAsync(key, Ct));
        await store.SetAsync(key, "value", TimeSpan.FromMinutes(1), Ct);
        Assert.Equal("value", await store.GetAsync(key, Ct));
        Assert.True(await store.ExistsAsync(key, Ct));
        Assert.True(await store.DeleteAsync(key, Ct));
        Assert.False(await store.DeleteAsync(key, Ct));
        Assert.False(await store.ExistsAsync(key, Ct));
    }

    [Fact]
    public async Task SetIfAbsent_SecondCall_LeavesTheFirst()
    {
        Assert.True(await store.SetIfAbsentAsync(key, "first", TimeSpan.FromMinutes(1), Ct));
        Assert.False(await store.SetIfAbsentAsync(key, "second", TimeSpan.FromMinutes(1), Ct));
        Assert.Equal("first", await store.GetAsync(key, Ct));
    }

    [Fact]
    public async Task Increment_FirstCall_SetsTheLifeTime()
    {
        Assert.Equal(1, await store.IncrementAsync(key, TimeSpan.FromSeconds(100), Ct));
        Assert.Equal(2, await store.IncrementAsync(key, TimeSpan.FromSeconds(900), Ct));
        Assert.InRange((int)await store.ScriptAsync("return redis.call('TTL', KEYS[1])", [key], [], Ct), 90, 100);
    }

    [Fact]
    public async Task Set_LifeTimeOver_Gone()
    {
        await store.SetAsync(key, "value", TimeSpan.FromMilliseconds(50), Ct);

        await Eventually.That(async () => !await store.ExistsAsync(key, Ct), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Get_ServerSilent_GivesUpInTime()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var frozen = Store(silent.LocalEndpoint.ToString()!);
        var watch = Stopwatch.StartNew();

        await Assert.ThrowsAsync<RedisUnavailableException>(() => frozen.GetAsync(key, Ct));

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Get_ServerComesLater_WorksThen()
    {
        await using var proxy = new TcpProxy(TestEnvironment.RedisEndpoint);
        await using var late = Store(proxy.Endpoint);
        await Assert.ThrowsAsync<RedisUnavailableException>(() => late.GetAsync(key, Ct));

        proxy.Open();

        await Eventually.That(() => AnswersAsync(late), TimeSpan.FromSeconds(20));
    }

    private async Task<bool> AnswersAsync(RedisStore redis)
    {
        try
        {
            return await redis.GetAsync(key, Ct) is null;
        }
        catch (RedisUnavailableException)
        {
            return false;
        }
    }

    private static RedisStore Store(string endpoint) => new(new OptionsWrapper<RedisOptions>(new RedisOptions
    {
        Endpoint = endpoint,
        Password = TestEnvironment.RedisPassword,
        Timeout = TimeSpan.FromMilliseconds(500),
    }));
}
