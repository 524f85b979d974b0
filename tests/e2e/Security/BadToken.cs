namespace SocialSelling.E2E.Tests.Security;

/// <summary>What may be wrong with the token of a request.</summary>
public enum BadToken
{
    Missing,
    Rubbish,
    Expired,
    WrongSignature,
    AlgorithmNone,
    PublicKeyAsHmac,
    OtherIssuer,
    OtherAudience,
    RevokedSession,
    OlderVersion,
    SessionNeverOpened,
}
