namespace SocialSelling.Publisher.Domain;

/// <summary>Why a post failed: the suite's error code and a sentence for the person who planned it.</summary>
internal sealed record PostError(string Code, string Reason);
