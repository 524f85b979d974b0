namespace SocialSelling.Instagram.Domain;

/// <summary>What to do about a refusal; code and reason are for the person whom it concerns.</summary>
internal sealed record Verdict(VerdictKind Kind, string Code, string Reason);
