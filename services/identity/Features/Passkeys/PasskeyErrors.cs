namespace SocialSelling.Identity.Features.Passkeys;

internal static class PasskeyErrors
{
    public const string NotAccepted = "PASSKEY_001";
    public const string NotFound = "PASSKEY_002";
    public const string TooMany = "PASSKEY_003";
    public const string Exists = "PASSKEY_004";
}
