using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using SocialSelling.ServiceDefaults.Health;
using SocialSelling.ServiceDefaults.Tests.Support;
using SocialSelling.Testing;

namespace SocialSelling.ServiceDefaults.Tests.Health;

public sealed class HealthTests
{
    private static readonly Uri Nowhere = new("http://127.0.0.1:1");

    private static readonly Dictionary<string, string?> RealRedis = new()
    {
        ["Redis:Endpoint"] = TestEnvironment.RedisEndpoint, ["Redis:Password"] = TestEnvironment.RedisPassword, ["Redis:Timeout"] = "00:00:02",
    };

    [Fact]
    public async Task Ready_AllAnswer_NamesEachWithItsTime()
    {
        await using var host = await TestHost.StartAsync(Nowhere, _ => { }, settings: RealRedis);

        var response = await host.Client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        var health = await response.JsonAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("healthy", health.GetProperty("status").GetString());
        Assert.Equal("probe", health.GetProperty("service").GetString());
        var redis = health.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("name").GetString() == "redis");
        Assert.Equal("healthy", redis.GetProperty("status").GetString());
        Assert.True(redis.GetProperty("durationMs").GetDouble() >= 0);
    }

    [Fact]
    public async Task Ready_DependencyAway_503ButAlive()
    {
        await using var host = await TestHost.StartAsync(Nowhere, _ => { });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await host.Client.GetAsync("/health/ready", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await host.Client.GetAsync("/health", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync("/health/live", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Ready_CheckHangs_IsBounded()
    {
        await using var host = await TestHost.StartAsync(
            Nowhere,
            _ => { },
            builder => builder.Services.AddHealthChecks().AddAsyncCheck(
                "hanging",
                async ct =>
                {
                    await Task.Delay(Timeout.Infinite, ct);
                    return HealthCheckResult.Healthy();
                }),
            RealRedis);

        var health = await (await host.Client.GetAsync("/health/ready", TestContext.Current.CancellationToken)).JsonAsync();

        Assert.Equal("unhealthy", health.GetProperty("status").GetString());
        Assert.Contains(health.GetProperty("checks").EnumerateArray(), check => check.GetProperty("name").GetString() == "hanging");
    }

    [Fact]
    public async Task Ready_WhileDraining_503()
    {
        await using var host = await TestHost.StartAsync(Nowhere, _ => { }, settings: RealRedis);

        host.Services.GetRequiredService<DrainState>().Begin();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await host.Client.GetAsync("/health/ready", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Stop_RequestRunning_IsFinishedFirst()
    {
        var arrived = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var host = await TestHost.StartAsync(Nowhere, app => app.MapGet("/slow", async () =>
        {
            arrived.SetResult();
            await release.Task;
            return "done";
        }));
        var running = host.Client.GetStringAsync("/slow", TestContext.Current.CancellationToken);
        await arrived.Task;

        var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var stopped = host.StopAsync();
        await Eventually.That(() => Task.FromResult(stopping.IsCancellationRequested), TimeSpan.FromSeconds(5));
        Assert.False(stopped.IsCompleted);
        release.SetResult();

        Assert.Equal("done", await running);
        await stopped;
        await host.DisposeAsync();
    }
}
