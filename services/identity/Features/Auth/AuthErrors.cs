namespace SocialSelling.Identity.Features.Auth;

internal static class AuthErrors
{
    public const string InvalidCredentials = "AUTH_001";
    public const string EmailExists = "AUTH_002";
    public const string WeakPassword = "AUTH_003";
    public const string StepUpRequired = "AUTH_008";
}
