using System.Text.RegularExpressions;

namespace SocialSelling.MetaSimulator.Publishing;

internal static partial class CaptionRules
{
    private const int MostCharacters = 2_200;
    private const int MostHashtags = 30;
    private const int MostMentions = 20;

    public static bool Allow(string caption) =>
        caption.Length <= MostCharacters && Hashtags().Count(caption) <= MostHashtags && Mentions().Count(caption) <= MostMentions;

    [GeneratedRegex(@"#\w+")]
    private static partial Regex Hashtags();

    [GeneratedRegex(@"(?<!\w)@[\w.]+")]
    private static partial Regex Mentions();
}
