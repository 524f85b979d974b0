namespace SocialSelling.Instagram.Domain;

/// <summary>The verdicts that sending and publishing share.</summary>
internal static class Verdicts
{
    public static readonly Verdict Reconnect = new(
        VerdictKind.Reconnect, "IG_003", "Instagram no longer accepts this account's login. Reconnect the account, then try again.");

    public static readonly Verdict NotConnected = new(
        VerdictKind.Final, "IG_003", "The account is not connected. Connect it, then try again.");

    public static readonly Verdict RateLimited = new(
        VerdictKind.Retry, "IG_002", "Instagram allows no more calls for this account at the moment. Try again later.");

    public static readonly Verdict Restricted = new(
        VerdictKind.Final, "IG_001", "Instagram has restricted this account. Open Instagram to see why and for how long.");

    public static readonly Verdict Unreachable = new(
        VerdictKind.Retry, "IG_001", "Instagram does not answer at the moment. Try again later.");

    /// <summary>The codes that mean the same in every call.</summary>
    public static Verdict? Common(Refusal refusal) => refusal.Code switch
    {
        190 or 102 => Reconnect,
        4 or 17 or 32 or 613 or 80001 or 80002 or 80006 => RateLimited,
        368 or 2022 => Restricted,
        _ => refusal.Status == 429 ? RateLimited : null,
    };
}
