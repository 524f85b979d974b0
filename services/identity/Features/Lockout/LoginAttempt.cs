namespace SocialSelling.Identity.Features.Lockout;

/// <summary>A guess that was counted before it is looked at.</summary>
/// <param name="Keys">What it counts for.</param>
/// <param name="Wait">Set when it must not be looked at at all: the time until the next one may be.</param>
/// <param name="Lock">Set when it was the last that was free: unless it succeeds, the next ones wait this long.</param>
/// <param name="LocksAddress">Whether it has locked its network address too.</param>
/// <param name="IsKnown">Whether it comes from a device or an address that the owner has logged in from.</param>
internal sealed record LoginAttempt(string[] Keys, TimeSpan? Wait, TimeSpan? Lock, bool LocksAddress, bool IsKnown);
