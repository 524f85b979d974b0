using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace SocialSelling.ServiceDefaults.Problems;

internal static class ValidationErrors
{
    /// <summary>The field errors of a problem, from us or from the framework's validation; null where there are none.</summary>
    public static IReadOnlyList<FieldError>? Of(ProblemDetails details)
    {
        if (details is HttpValidationProblemDetails { Errors: { Count: > 0 } fields })
        {
            return [.. fields.SelectMany(field => field.Value.Select(message => new FieldError(CamelCase(field.Key), message)))];
        }

        return details.Extensions.TryGetValue(ProblemFactory.Errors, out var errors) ? errors as IReadOnlyList<FieldError> : null;
    }

    /// <summary>The framework names the C# property; the caller knows the JSON one.</summary>
    private static string CamelCase(string path) => string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
