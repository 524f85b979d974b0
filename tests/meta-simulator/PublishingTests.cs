using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;
using static SocialSelling.MetaSimulator.Tests.Errors;

namespace SocialSelling.MetaSimulator.Tests;

public sealed class PublishingTests
{
    private static readonly TimeSpan Processing = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Publish_WhenFinished_AppearsOnceInTheFeed()
    {
        using var simulator = new Simulator();
        var token = await simulator.TokenAsync();
        var container = await ContainerAsync(simulator, token, "1080x1080", ("caption", "Autumn #sale"), ("alt_text", "a coat"));
        Assert.Equal("IN_PROGRESS", await StatusAsync(simulator, token, container));
        AssertError(await PublishAsync(simulator, token, container), 9007, 2207027);
        await simulator.AdvanceAsync(Processing);
        Assert.Equal("FINISHED", await StatusAsync(simulator, token, container));

        var media = (await PublishAsync(simulator, token, container)).GetProperty("id").GetString();

        Assert.Equal("PUBLISHED", await StatusAsync(simulator, token, container));
        AssertError(await PublishAsync(simulator, token, container), 9007, 2207027);
        var post = Assert.Single((await simulator.GetAsync("/control/accounts/demo_shop/feed")).EnumerateArray());
        Assert.Equal(("Autumn #sale", "a coat"), (post.GetProperty("caption").GetString(), post.GetProperty("altText").GetString()));
        var node = await simulator.GetAsync($"/graph/{media}?fields=id,media_type,permalink,media_url,timestamp&access_token={token}");
        var picture = await simulator.Http.GetAsync(node.GetProperty("media_url").GetString(), TestContext.Current.CancellationToken);
        Assert.Equal("image/jpeg", picture.Content.Headers.ContentType?.MediaType);
        var list = await simulator.GetAsync($"/graph/me/media?fields=id,caption&access_token={token}");
        Assert.Equal(media, Assert.Single(list.GetProperty("data").EnumerateArray()).GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("missing", 9004, 2207052)]
    [InlineData("endless", -2, 2207003)]
    [InlineData("png", 36001, 2207005)]
    [InlineData("large", 36000, 2207004)]
    [InlineData("700x1000", 36003, 2207009)]
    [InlineData("2000x1000", 36003, 2207009)]
    public async Task Container_OfUnsuitablePicture_IsRefused(string picture, int code, int subcode)
    {
        using var simulator = new Simulator();
        AssertError(await CreateAsync(simulator, await simulator.TokenAsync(), picture), code, subcode);
    }

    [Theory]
    [InlineData("800x1000")]
    [InlineData("1910x1000")]
    public async Task Container_AtTheLimitsOfRatio_IsTaken(string picture)
    {
        using var simulator = new Simulator();
        Assert.True((await CreateAsync(simulator, await simulator.TokenAsync(), picture)).TryGetProperty("id", out _));
    }

    [Fact]
    public async Task Container_WithLongCaptionOrManyTags_IsRefused()
    {
        using var simulator = new Simulator();
        var token = await simulator.TokenAsync();
        AssertError(await CreateAsync(simulator, token, "10x10", ("caption", new string('x', 2_201))), 36004, 2207010);
        AssertError(await CreateAsync(simulator, token, "10x10", ("caption", string.Join(' ', Enumerable.Range(0, 31).Select(tag => $"#t{tag}")))), 36004, 2207010);
    }

    [Fact]
    public async Task Container_AfterADay_IsExpired()
    {
        using var simulator = new Simulator();
        var token = await simulator.TokenAsync();
        var container = await ContainerAsync(simulator, token, "10x10");
        await simulator.AdvanceAsync(TimeSpan.FromHours(24));
        Assert.Equal("EXPIRED", await StatusAsync(simulator, token, container));
        AssertError(await PublishAsync(simulator, token, container), -2, 2207020);
        AssertError(await PublishAsync(simulator, token, "17889000000000000"), 24, 2207008);
    }

    [Fact]
    public async Task Container_ToldToFailOrHang_DoesSo()
    {
        using var simulator = new Simulator();
        var token = await simulator.TokenAsync();
        await simulator.ControlAsync("faults", new { kind = "container_error", subcode = 2207026 });
        await simulator.ControlAsync("faults", new { kind = "container_stuck" });
        var (failing, hanging) = (await ContainerAsync(simulator, token, "10x10"), await ContainerAsync(simulator, token, "10x10"));
        await simulator.AdvanceAsync(TimeSpan.FromHours(1));
        var node = await simulator.GetAsync($"/graph/{failing}?fields=status_code,status&access_token={token}");
        Assert.Equal("ERROR", node.GetProperty("status_code").GetString());
        Assert.EndsWith("error code 2207026", node.GetProperty("status").GetString(), StringComparison.Ordinal);
        Assert.Equal("IN_PROGRESS", await StatusAsync(simulator, token, hanging));
    }

    [Fact]
    public async Task Publish_BeyondTheQuota_IsRefusedUntilTheNextDay()
    {
        using var simulator = new Simulator();
        await simulator.Http.PutAsJsonAsync("/control/switches", new { publishQuota = 1, containerSeconds = 0 }, TestContext.Current.CancellationToken);
        var token = await simulator.TokenAsync();
        await PublishAsync(simulator, token, await ContainerAsync(simulator, token, "10x10"));
        var second = await ContainerAsync(simulator, token, "10x10");
        AssertError(await PublishAsync(simulator, token, second), 9, 2207042);
        var limit = (await simulator.GetAsync($"/graph/me/content_publishing_limit?fields=quota_usage,config&access_token={token}")).GetProperty("data")[0];
        Assert.Equal((1, 1), (limit.GetProperty("quota_usage").GetInt32(), limit.GetProperty("config").GetProperty("quota_total").GetInt32()));
        await simulator.AdvanceAsync(TimeSpan.FromHours(23.9));
        AssertError(await PublishAsync(simulator, token, second), 9, 2207042);
        await simulator.AdvanceAsync(TimeSpan.FromHours(0.2));
        Assert.True((await PublishAsync(simulator, token, await ContainerAsync(simulator, token, "10x10"))).TryGetProperty("id", out _));
    }

    [Fact]
    public async Task Insights_OfPost_GrowAndStayTheSameForTheSameMoment()
    {
        using var simulator = new Simulator();
        await simulator.Http.PutAsJsonAsync("/control/switches", new { containerSeconds = 0 }, TestContext.Current.CancellationToken);
        var token = await simulator.TokenAsync();
        var media = (await PublishAsync(simulator, token, await ContainerAsync(simulator, token, "10x10"))).GetProperty("id").GetString();
        var path = $"/graph/{media}/insights?metric=reach,views,likes,saved&access_token={token}";
        var (early, again) = (ReachOf(await simulator.GetAsync(path)), ReachOf(await simulator.GetAsync(path)));
        await simulator.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Equal(early, again);
        Assert.True(ReachOf(await simulator.GetAsync(path)) > early);
        AssertError(await simulator.GetAsync($"/graph/{media}/insights?metric=impressions&access_token={token}"), 100);
    }

    private static long ReachOf(JsonElement insights) => insights.GetProperty("data")[0].GetProperty("values")[0].GetProperty("value").GetInt64();

    private static Task<JsonElement> CreateAsync(Simulator simulator, string token, string picture, params (string, string)[] more) =>
        simulator.PostAsync("/graph/v26.0/me/media", token, [("image_url", "https://pictures.test/" + picture), .. more]);

    private static async Task<string> ContainerAsync(Simulator simulator, string token, string picture, params (string, string)[] more) =>
        (await CreateAsync(simulator, token, picture, more)).GetProperty("id").GetString()!;

    private static Task<JsonElement> PublishAsync(Simulator simulator, string token, string container) =>
        simulator.PostAsync("/graph/v26.0/me/media_publish", token, ("creation_id", container));

    private static async Task<string?> StatusAsync(Simulator simulator, string token, string container) =>
        (await simulator.GetAsync($"/graph/{container}?fields=status_code&access_token={token}")).GetProperty("status_code").GetString();
}
