using System.Globalization;
using System.Text.RegularExpressions;

namespace SocialSelling.Instagram.Domain.Publishing;

/// <summary>Meta's publishing errors, mapped.</summary>
internal static partial class PublishErrorTable
{
    private static readonly Verdict Rejected = Final("Instagram did not accept the post.");
    private static readonly Verdict NotFetched = new(VerdictKind.Retry, "POST_003", "Instagram could not fetch the picture from the media library.");
    private static readonly Verdict Temporary = new(VerdictKind.Retry, "POST_002", "Instagram could not publish the post. Try again later.");
    private static readonly Verdict NewContainer = new(VerdictKind.StartOver, "POST_002", "Instagram lost the prepared post. Try again later.");
    private static readonly Verdict Uncertain = new(VerdictKind.Unknown, "POST_002", "Instagram did not say whether the post went live. Look at the feed before you publish it again.");

    public static Verdict Unknown => Uncertain;

    public static Verdict ContainerNeverReady => Final("Instagram did not finish preparing the post.");

    public static Verdict Decide(Refusal refusal) => BySubcode(refusal.Subcode) ?? Verdicts.Common(refusal) ?? Rest(refusal);

    /// <summary>The status of a failed container is prose that ends with the subcode. A failed container stays failed: trying again needs a new one.</summary>
    public static Verdict DecideContainer(string? status)
    {
        var subcode = SubcodePattern().Matches(status ?? "").LastOrDefault()?.Value;
        var verdict = (subcode is null ? null : BySubcode(int.Parse(subcode, CultureInfo.InvariantCulture))) ?? Rejected;
        return verdict.Kind is VerdictKind.Final ? verdict : verdict with { Kind = VerdictKind.StartOver };
    }

    private static Verdict? BySubcode(int subcode) => subcode switch
    {
        2207027 => new Verdict(VerdictKind.NotReady, "POST_002", "Instagram did not finish preparing the post."),
        2207001 or 2207032 or 2207053 or 2207003 => Temporary,
        2207020 or 2207006 => NewContainer,
        2207008 => Temporary,
        2207042 => new Verdict(VerdictKind.Final, "IG_002", "The account has published as much as Instagram allows in 24 hours. Try again tomorrow."),
        2207009 => Media("The picture's shape is not allowed: between 4:5 and 1.91:1."),
        2207004 => Media("The picture is larger than 8 MB."),
        2207005 or 2207023 => Media("The picture's format is not allowed: Instagram takes JPEG only."),
        2207026 => Media("The video's format is not allowed."),
        2207052 => NotFetched,
        2207010 => Final("The caption is too long or has too many tags."),
        2207051 => new Verdict(VerdictKind.Final, "IG_001", "Instagram took the post for spam and refused it."),
        2207050 => Verdicts.Restricted,
        2207028 or 2207035 or 2207036 or 2207037 or 2207040 or 2207057 or 2207081 => Rejected,
        2207076 or 2207077 or 2207082 => Temporary,
        _ => null,
    };

    private static Verdict Rest(Refusal refusal) => refusal switch
    {
        { Status: >= 500 } or { Code: 1 or 2 or -1 or -2 } or { IsTransient: true } => Uncertain,
        { Code: 9007 } => BySubcode(2207027)!,
        { Code: 9004 } => NotFetched,
        { Code: 3 or 10 or (>= 200 and <= 299) } => Final("The permission to publish is missing. Reconnect the account with all permissions ticked."),
        { Code: not 0 } => Rejected,
        _ => Uncertain,
    };

    private static Verdict Final(string reason) => new(VerdictKind.Final, "POST_002", reason);

    private static Verdict Media(string reason) => new(VerdictKind.Final, "POST_003", reason);

    [GeneratedRegex(@"\b2207\d{3}\b")]
    private static partial Regex SubcodePattern();
}
