using Microsoft.Extensions.Options;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Redis;
using SocialSelling.Testing;

namespace SocialSelling.ServiceDefaults.Tests.Access;

public sealed class SessionGuardTests
{
    private readonly ManualClock clock = new();
    private readonly RedisOptions redis = new()
    {
        Endpoint = TestEnvironment.RedisEndpoint,
        Password = TestEnvironment.RedisPassword,
        Timeout = TimeSpan.FromSeconds(1),
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Check_SessionEnds_NoticedAfterTheMoment()
    {
        await using var store = new RedisStore(new OptionsWrapper<RedisOptions>(redis));
        var guard = new SessionGuard(store, clock);
        var session = Guid.NewGuid();
        await store.SetAsync(SessionKeys.Of(session), "1", TimeSpan.FromMinutes(1), Ct);
        Assert.Equal(SessionState.Alive, await guard.CheckAsync(session, 1, Ct));

        await store.DeleteAsync(SessionKeys.Of(session), Ct);

        Assert.Equal(SessionState.Alive, await guard.CheckAsync(session, 1, Ct));
        clock.Advance(SessionGuard.FreshFor);
        Assert.Equal(SessionState.Ended, await guard.CheckAsync(session, 1, Ct));
    }

    [Fact]
    public async Task Check_TokensRenewed_OlderTokenIsStaleAndNewerOneGood()
    {
        await using var store = new RedisStore(new OptionsWrapper<RedisOptions>(redis));
        var guard = new SessionGuard(store, clock);
        var session = Guid.NewGuid();
        await store.SetAsync(SessionKeys.Of(session), "1", TimeSpan.FromMinutes(1), Ct);
        Assert.Equal(SessionState.Alive, await guard.CheckAsync(session, 1, Ct));

        await store.SetAsync(SessionKeys.Of(session), "2", TimeSpan.FromMinutes(1), Ct);
        clock.Advance(SessionGuard.FreshFor);

        Assert.Equal(SessionState.Stale, await guard.CheckAsync(session, 1, Ct));
        Assert.Equal(SessionState.Alive, await guard.CheckAsync(session, 2, Ct));
    }

    [Fact]
    public async Task Check_RedisGone_SeenLatelyGoesOnForAWhileOnly()
    {
        var proxy = new Redis.TcpProxy(TestEnvironment.RedisEndpoint);
        proxy.Open();
        redis.Endpoint = proxy.Endpoint;
        await using var store = new RedisStore(new OptionsWrapper<RedisOptions>(redis));
        var guard = new SessionGuard(store, clock);
        var session = Guid.NewGuid();
        await store.SetAsync(SessionKeys.Of(session), "1", TimeSpan.FromMinutes(1), Ct);
        Assert.Equal(SessionState.Alive, await guard.CheckAsync(session, 1, Ct));
        clock.Advance(SessionGuard.FreshFor);

        await proxy.DisposeAsync();

        Assert.Equal(SessionState.Alive, await guard.CheckAsync(session, 1, Ct));
        Assert.Equal(SessionState.Unknown, await guard.CheckAsync(Guid.NewGuid(), 1, Ct));
        clock.Advance(SessionGuard.TrustedFor);
        Assert.Equal(SessionState.Unknown, await guard.CheckAsync(session, 1, Ct));
    }

    private sealed class ManualClock : TimeProvider
    {
        private long timestamp = 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => timestamp;

        public void Advance(TimeSpan by) => timestamp += by.Ticks;
    }
}
