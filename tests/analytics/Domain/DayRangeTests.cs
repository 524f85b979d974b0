using SocialSelling.Analytics.Features;
using Xunit;

namespace SocialSelling.Analytics.Tests.Domain;

public sealed class DayRangeTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Fact]
    public void Of_Nothing_IsTheLastThirtyDays()
    {
        var (range, error) = DayRange.Of(null, null, Today, 366);
        Assert.Null(error);
        Assert.Equal((new DateOnly(2026, 10, 22), Today, 30), (range.From, range.To, range.Days));
    }

    [Fact]
    public void Previous_OfARange_IsAsLongAndJustBefore()
    {
        var (range, _) = DayRange.Of(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31), Today, 366);
        Assert.Equal((new DateOnly(2026, 1, 29), new DateOnly(2026, 2, 28)), (range.Previous.From, range.Previous.To));
    }

    [Theory]
    [InlineData("2026-11-21", "2026-11-20")]
    [InlineData("2024-01-01", "2026-11-20")]
    [InlineData("0001-01-01", "0001-01-02")]
    [InlineData(null, "0001-01-01")]
    public void Of_AnImpossibleRange_NamesFrom(string? from, string to)
    {
        var (_, error) = DayRange.Of(from is null ? null : DateOnly.Parse(from, null), DateOnly.Parse(to, null), Today, 366);
        Assert.Equal("from", error?.Field);
    }
}
