namespace SocialSelling.Identity.Features.Mfa;

/// <summary>Codes for the day the authenticator is lost.</summary>
/// <param name="RecoveryCodes">Ten, good for one login each; shown this once.</param>
public sealed record RecoveryCodesResponse(IReadOnlyList<string> RecoveryCodes);
