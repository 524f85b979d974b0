using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace SocialSelling.ServiceDefaults.Problems;

/// <summary>Reads from the framework's exception which field or parameter could not be bound.</summary>
internal static partial class BindingErrors
{
    public static FieldError? Of(BadHttpRequestException error) => error switch
    {
        InvalidRequestException invalid => invalid.Error,
        { InnerException: JsonException json } => new FieldError(Field(json.Path), "is missing, malformed or of the wrong type"),
        _ when QuotedParameter().Match(error.Message) is { Success: true } match =>
            new FieldError(match.Groups[1].Value, "is missing or of the wrong type"),
        _ => null,
    };

    /// <summary><c>$.items[0].name</c> → <c>items[0].name</c>; a body that is no JSON at all is named <c>body</c>.</summary>
    private static string Field(string? path) => path is null or "$" or "" ? "body" : path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path[1..];

    [GeneratedRegex("parameter \"(?:[^\" ]+ )?([^\" ]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex QuotedParameter();
}
