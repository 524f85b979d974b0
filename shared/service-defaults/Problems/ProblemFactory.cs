using Microsoft.AspNetCore.Mvc;

namespace SocialSelling.ServiceDefaults.Problems;

/// <summary>Carries our members through the framework's <see cref="ProblemDetails"/> to the one writer.</summary>
internal static class ProblemFactory
{
    public const string Code = "code";
    public const string Errors = "errors";
    public const string RetryAfter = "retryAfter";
    public const string Members = "members";

    public static ProblemDetails Details(
        int status, string code, string message, IReadOnlyList<FieldError>? errors = null, TimeSpan? retryAfter = null)
    {
        var details = new ProblemDetails { Status = status, Detail = message };
        details.Extensions[Code] = code;
        if (errors is { Count: > 0 })
        {
            details.Extensions[Errors] = errors;
        }

        if (retryAfter is { } wait)
        {
            details.Extensions[RetryAfter] = wait;
        }

        return details;
    }
}
