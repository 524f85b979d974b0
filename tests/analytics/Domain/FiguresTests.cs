using SocialSelling.Analytics.Domain;
using Xunit;

namespace SocialSelling.Analytics.Tests.Domain;

public sealed class FiguresTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly AccountSnapshot _snapshot = AccountSnapshot.Create(Guid.CreateVersion7(), Guid.CreateVersion7(), new DateOnly(2026, 11, 20));

    [Fact]
    public void Apply_AnEmptyCollection_LeavesEverythingUnknown()
    {
        _snapshot.Apply(new Dictionary<string, long>(), Noon);
        Assert.Equal((null, null, null, null), (_snapshot.Followers, _snapshot.Reach, _snapshot.Views, _snapshot.Interactions));
    }

    [Fact]
    public void Apply_ANewerCollection_ReplacesWhatItNamesAndKeepsTheRest()
    {
        _snapshot.Apply(new Dictionary<string, long> { ["reach"] = 5, ["views"] = 7 }, Noon);
        _snapshot.Apply(new Dictionary<string, long> { ["reach"] = 6, ["followers_count"] = 0 }, Noon.AddHours(1));
        Assert.Equal((0L, 6L, 7L, null), (_snapshot.Followers, _snapshot.Reach, _snapshot.Views, _snapshot.Interactions));
    }

    [Fact]
    public void Apply_AnOlderCollection_ChangesNothing()
    {
        _snapshot.Apply(new Dictionary<string, long> { ["reach"] = 6 }, Noon);
        _snapshot.Apply(new Dictionary<string, long> { ["reach"] = 5, ["views"] = 1 }, Noon.AddHours(-1));
        Assert.Equal((6L, null), (_snapshot.Reach, _snapshot.Views));
    }

    [Fact]
    public void Apply_ACollectionMadeTheDayAfter_LeavesOutTheFollowersOfThatMoment()
    {
        _snapshot.Apply(new Dictionary<string, long> { ["followers_count"] = 100, ["reach"] = 5 }, Noon);
        _snapshot.Apply(new Dictionary<string, long> { ["followers_count"] = 120, ["reach"] = 9 }, Noon.AddDays(1));
        Assert.Equal((100L, 9L), (_snapshot.Followers, _snapshot.Reach));
    }

    [Fact]
    public void MarkFailed_APostThatIsLive_ChangesNothing()
    {
        var post = TrackedPost.Create(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        post.MarkPublished("1", null, null, Noon);
        post.MarkFailed("POST_002", "late", Noon.AddHours(1));
        Assert.Equal((PostOutcome.Published, null), (post.Outcome, post.ErrorCode));
    }
}
