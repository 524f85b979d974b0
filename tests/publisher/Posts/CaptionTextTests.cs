using SocialSelling.Publisher.Features.Posts;
using Xunit;

namespace SocialSelling.Publisher.Tests.Posts;

public sealed class CaptionTextTests
{
    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("New #lamp from @maker_1!", 1, 1)]
    [InlineData("#um#dois #três", 3, 0)]
    [InlineData("write to hello@example.org", 0, 0)]
    [InlineData("# alone and @ alone", 0, 0)]
    [InlineData("(@a),@b.c", 0, 2)]
    public void Count_Caption_FindsHashtagsAndMentions(string caption, int hashtags, int mentions) =>
        Assert.Equal((hashtags, mentions), (CaptionText.CountHashtags(caption), CaptionText.CountMentions(caption)));
}
