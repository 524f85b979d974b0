namespace SocialSelling.Identity.Domain;

internal enum TokenPurpose
{
    VerifyEmail,
    ResetPassword,
    ChangeEmail,
    RestoreAccount,
}
