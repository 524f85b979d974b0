using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Auth;

internal static class AuthErrors
{
    public const string InvalidCredentials = "AUTH_001";
    public const string EmailExists = "AUTH_002";
    public const string WeakPassword = "AUTH_003";
    public const string AccountLocked = "AUTH_006";
    public const string EmailNotVerified = "AUTH_007";
    public const string StepUpRequired = "AUTH_008";
    public const string Disabled = "AUTH_009";
    public const string LinkWorthless = "AUTH_010";

    public static ProblemHttpResult AccountDisabled() =>
        Problems.Forbidden(Disabled, "This account has been disabled; write to the people who run this installation.");
}
