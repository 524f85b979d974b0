namespace SocialSelling.Identity.Features.Sessions;

internal static class SessionErrors
{
    public const string NotFound = "SESSION_001";
    public const string CsrfMismatch = "AUTH_011";
}
