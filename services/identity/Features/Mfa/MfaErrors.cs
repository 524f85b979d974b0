namespace SocialSelling.Identity.Features.Mfa;

internal static class MfaErrors
{
    public const string Required = "MFA_001";
    public const string WrongCode = "MFA_002";
    public const string LoginGone = "MFA_003";
    public const string AlreadyOn = "MFA_004";
    public const string NotStarted = "MFA_005";
    public const string Off = "MFA_006";
}
