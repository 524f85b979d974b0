using System.Globalization;
using Xunit;
using static SocialSelling.MetaSimulator.Tests.Errors;

namespace SocialSelling.MetaSimulator.Tests;

public sealed class InsightsTests
{
    [Fact]
    public async Task Series_OfFiveDays_HasAValueADay()
    {
        using var simulator = new Simulator();
        var token = await simulator.TokenAsync();
        var (since, until) = Days(5);
        var path = $"/graph/me/insights?metric=reach&period=day&since={since}&until={until}&access_token={token}";
        var answer = await simulator.GetAsync(path);
        Assert.Equal(5, answer.GetProperty("data")[0].GetProperty("values").GetArrayLength());
        Assert.Equal(answer.GetRawText(), (await simulator.GetAsync(path)).GetRawText());
    }

    [Fact]
    public async Task Total_WithBreakdown_AddsUp()
    {
        using var simulator = new Simulator();
        var (since, until) = Days(7);
        var answer = await simulator.GetAsync($"/graph/me/insights?metric=views&period=day&metric_type=total_value&breakdown=follow_type"
            + $"&since={since}&until={until}&access_token={await simulator.TokenAsync()}");
        var total = answer.GetProperty("data")[0].GetProperty("total_value");
        var parts = total.GetProperty("breakdowns")[0].GetProperty("results").EnumerateArray().Sum(part => part.GetProperty("value").GetInt64());
        Assert.Equal(total.GetProperty("value").GetInt64(), parts);
    }

    [Theory]
    [InlineData("metric=reach,impressions&period=day", 100)]
    [InlineData("metric=views&period=day", 100)]
    [InlineData("metric=reach&period=week", 100)]
    [InlineData("metric=reach&period=day&metric_type=total_value&breakdown=city", 1)]
    [InlineData("metric=reach&period=day&since=1700000000&until=1710000000", 100)]
    [InlineData("period=day", 100)]
    public async Task Request_ThatMetaRefuses_IsAnError(string query, int code)
    {
        using var simulator = new Simulator();
        AssertError(await simulator.GetAsync($"/graph/me/insights?{query}&access_token={await simulator.TokenAsync()}"), code);
    }

    [Fact]
    public async Task FollowerMetrics_OfASmallAccount_AreAbsent()
    {
        using var simulator = new Simulator();
        await simulator.ControlAsync("accounts", new { username = "small_shop", followers = 99 });
        var token = await simulator.TokenAsync("small_shop");
        var answer = await simulator.GetAsync($"/graph/me/insights?metric=follower_count&period=day&access_token={token}");
        Assert.Equal(0, answer.GetProperty("data").GetArrayLength());
    }

    [Fact]
    public async Task Data_OlderThanNinetyDays_IsAbsent()
    {
        using var simulator = new Simulator();
        var token = await simulator.TokenAsync();
        var until = DateTimeOffset.UtcNow.AddDays(-100).ToUnixTimeSeconds();
        var answer = await simulator.GetAsync(string.Create(CultureInfo.InvariantCulture,
            $"/graph/me/insights?metric=reach&period=day&metric_type=total_value&since={until - 86_400}&until={until}&access_token={token}"));
        Assert.Equal(0, answer.GetProperty("data").GetArrayLength());
    }

    private static (long Since, long Until) Days(int count)
    {
        var today = new DateTimeOffset(DateTime.UtcNow.Date, TimeSpan.Zero);
        return (today.AddDays(-count).ToUnixTimeSeconds(), today.ToUnixTimeSeconds());
    }
}
