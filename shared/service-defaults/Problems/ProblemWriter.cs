using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SocialSelling.ServiceDefaults.Problems;

/// <summary>The one place that writes error answers, for our own results and for those of the framework.</summary>
public sealed class ProblemWriter : IProblemDetailsWriter
{
    private const string ContentType = "application/problem+json";

    /// <inheritdoc/>
    public bool CanWrite(ProblemDetailsContext context) => true;

    /// <inheritdoc/>
    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.HttpContext.RequestServices.GetService<IOptions<ProblemDetailsOptions>>()?.Value.CustomizeProblemDetails?.Invoke(context);
        await WriteAsync(context.HttpContext, context.ProblemDetails);
    }

    /// <summary>Writes an error answer.</summary>
    public static Task WriteAsync(
        HttpContext context, int status, string code, string message, IReadOnlyList<FieldError>? errors = null, TimeSpan? retryAfter = null) =>
        WriteAsync(context, ProblemFactory.Details(status, code, message, errors, retryAfter));

    private static Task WriteAsync(HttpContext context, ProblemDetails details)
    {
        var response = context.Response;
        var status = details.Status ?? response.StatusCode;
        response.StatusCode = status;
        response.Headers.CacheControl = "no-store";
        if (details.Extensions.TryGetValue(ProblemFactory.RetryAfter, out var wait) && wait is TimeSpan retryAfter)
        {
            response.Headers.RetryAfter = ((int)Math.Ceiling(retryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        return response.WriteAsJsonAsync(Body(context, details, status), ProblemJsonContext.Default.ProblemBody, ContentType, context.RequestAborted);
    }

    private static ProblemBody Body(HttpContext context, ProblemDetails details, int status)
    {
        var errors = ValidationErrors.Of(details);
        var code = details.Extensions.TryGetValue(ProblemFactory.Code, out var given) ? given as string : null;
        code ??= errors is null ? StatusProblems.CodeOf(status) : ErrorCodes.Validation;
        var message = errors is null || details.Detail is not null ? details.Detail ?? StatusProblems.MessageOf(status) : "The request is not valid.";
        var path = (context.Request.PathBase + context.Request.Path).ToString();
        var clock = context.RequestServices.GetService<TimeProvider>() ?? TimeProvider.System;
        return new ProblemBody
        {
            Type = $"urn:socialselling:problem:{code}",
            Title = ReasonPhrases.GetReasonPhrase(status),
            Status = status,
            Detail = message,
            Instance = path,
            StatusCode = status,
            Message = message,
            Code = code,
            Errors = errors,
            Timestamp = clock.GetUtcNow(),
            Path = path,
            CorrelationId = context.TraceIdentifier,
            Members = details.Extensions.TryGetValue(ProblemFactory.Members, out var members)
                && members is IReadOnlyDictionary<string, JsonElement> { Count: > 0 } own ? new(own) : null,
        };
    }
}
