namespace SocialSelling.Identity.Features.Mfa;

/// <summary>What became of a second factor.</summary>
/// <param name="Accepted">Whether it was right; it is used up once the unit of work is saved.</param>
/// <param name="Wait">How long to wait before codes are looked at again.</param>
/// <param name="LastGuess">Whether this was the last wrong code for a while: the owner is to be told.</param>
internal readonly record struct FactorResult(bool Accepted, TimeSpan? Wait = null, bool LastGuess = false);
