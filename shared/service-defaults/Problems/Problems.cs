using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SocialSelling.ServiceDefaults.Problems;

/// <summary>
/// Every error of the API: <c>application/problem+json</c> (RFC 9457) that also carries <c>statusCode</c>, <c>message</c>, <c>code</c>,
/// <c>errors</c>, <c>timestamp</c>, <c>path</c> and <c>correlationId</c>.
/// </summary>
public static class Problems
{
    /// <summary>400 with the fields at fault.</summary>
    public static ProblemHttpResult BadRequest(string code, string message, params FieldError[] errors) =>
        Result(StatusCodes.Status400BadRequest, code, message, errors);

    /// <summary>401.</summary>
    public static ProblemHttpResult Unauthorized(string code, string message) => Create(StatusCodes.Status401Unauthorized, code, message);

    /// <summary>403.</summary>
    public static ProblemHttpResult Forbidden(string code, string message) => Create(StatusCodes.Status403Forbidden, code, message);

    /// <summary>403 with <c>Retry-After</c>: later it may be allowed.</summary>
    public static ProblemHttpResult Forbidden(string code, string message, TimeSpan retryAfter) =>
        Result(StatusCodes.Status403Forbidden, code, message, [], retryAfter);

    /// <summary>404, also for what belongs to another workspace.</summary>
    public static ProblemHttpResult NotFound(string code, string message) => Create(StatusCodes.Status404NotFound, code, message);

    /// <summary>409.</summary>
    public static ProblemHttpResult Conflict(string code, string message) => Create(StatusCodes.Status409Conflict, code, message);

    /// <summary>413.</summary>
    public static ProblemHttpResult PayloadTooLarge(string code, string message) =>
        Create(StatusCodes.Status413PayloadTooLarge, code, message);

    /// <summary>422.</summary>
    public static ProblemHttpResult Unprocessable(string code, string message) =>
        Create(StatusCodes.Status422UnprocessableEntity, code, message);

    /// <summary>429 with <c>Retry-After</c>.</summary>
    public static ProblemHttpResult TooManyRequests(string code, string message, TimeSpan retryAfter) =>
        Result(StatusCodes.Status429TooManyRequests, code, message, [], retryAfter);

    /// <summary>503, with <c>Retry-After</c> where a time is known.</summary>
    public static ProblemHttpResult Unavailable(string code, string message, TimeSpan? retryAfter = null) =>
        Result(StatusCodes.Status503ServiceUnavailable, code, message, [], retryAfter);

    /// <summary>Any other status.</summary>
    public static ProblemHttpResult Create(int status, string code, string message) => Result(status, code, message, []);

    /// <summary>Any status, with members of its own beside the common ones, as RFC 9457 allows.</summary>
    public static ProblemHttpResult Create(int status, string code, string message, IReadOnlyDictionary<string, JsonElement> members)
    {
        var details = ProblemFactory.Details(status, code, message);
        details.Extensions[ProblemFactory.Members] = members;
        return TypedResults.Problem(details);
    }

    private static ProblemHttpResult Result(int status, string code, string message, FieldError[] errors, TimeSpan? retryAfter = null) =>
        TypedResults.Problem(ProblemFactory.Details(status, code, message, errors, retryAfter));
}
