using SocialSelling.Instagram.Domain;

namespace SocialSelling.Instagram.Clients;

/// <summary>A token, or what to do without one.</summary>
internal sealed record TokenReply(AccountToken? Token, Verdict? Problem)
{
    public static readonly TokenReply NotConnected = new(null, Verdicts.NotConnected);

    public static readonly TokenReply Unavailable = new(null, new Verdict(VerdictKind.Retry, "IG_001", "The account's login could not be read. Try again later."));
}
