using SocialSelling.Identity.Features.Auth;

namespace SocialSelling.Identity.Features.Passwords;

/// <summary>A request in which nothing but the new password is at fault has a code of its own.</summary>
internal static class WeakPasswordCode
{
    private const string Code = "code";
    private static readonly string[] Fields = ["Password", "NewPassword"];

    public static void Set(ProblemDetailsContext context)
    {
        if (context.ProblemDetails is HttpValidationProblemDetails { Errors: { Count: 1 } errors } details
            && errors.Single() is var (field, messages) && Fields.Contains(field) && messages.All(IsComplaint))
        {
            details.Extensions[Code] = AuthErrors.WeakPassword;
            details.Detail = "The password is too weak.";
        }
    }

    private static bool IsComplaint(string message) => message.StartsWith("The password must", StringComparison.Ordinal);
}
