using System.Text.RegularExpressions;

namespace SocialSelling.Publisher.Features.Posts;

/// <summary>Counts in a caption what Instagram limits.</summary>
internal static partial class CaptionText
{
    public static int CountHashtags(string caption) => Hashtag().Count(caption);

    public static int CountMentions(string caption) => Mention().Count(caption);

    /// <summary>PostgreSQL stores no NUL.</summary>
    public static bool IsStorable(string? text) => text is null || !text.Contains('\0', StringComparison.Ordinal);

    [GeneratedRegex(@"#[\p{L}\p{N}_]+", RegexOptions.CultureInvariant)]
    private static partial Regex Hashtag();

    // What follows a letter or digit is an e-mail address.
    [GeneratedRegex(@"(?<![\p{L}\p{N}_.])@[A-Za-z0-9_.]+", RegexOptions.CultureInvariant)]
    private static partial Regex Mention();
}
