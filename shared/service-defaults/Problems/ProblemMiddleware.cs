using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SocialSelling.ServiceDefaults.Problems;

/// <summary>Turns what falls through into error answers: exceptions, and statuses without a body.</summary>
internal sealed partial class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> logger)
{
    private const int ClientClosedRequest = 499;

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception error)
        {
            await AnswerAsync(context, error);
            return;
        }

        var response = context.Response;
        if (response.StatusCode >= 400 && !response.HasStarted && response.ContentType is null && response.ContentLength is null)
        {
            var status = response.StatusCode;
            await ProblemWriter.WriteAsync(context, status, StatusProblems.CodeOf(status), StatusProblems.MessageOf(status));
        }
    }

    private Task AnswerAsync(HttpContext context, Exception error)
    {
        if (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = ClientClosedRequest;
            return Task.CompletedTask;
        }

        if (context.Response.HasStarted)
        {
            LogBrokenOff(error, context.Request.Method, context.Request.Path);
            context.Abort();
            return Task.CompletedTask;
        }

        Clear(context.Response);
        if (error is BadHttpRequestException bad)
        {
            return BadRequestAsync(context, bad);
        }

        return Transient.Is(error) ? UnavailableAsync(context, error) : UnexpectedAsync(context, error);
    }

    private static Task BadRequestAsync(HttpContext context, BadHttpRequestException error)
    {
        if (BindingErrors.Of(error) is { } field)
        {
            return ProblemWriter.WriteAsync(
                context, StatusCodes.Status400BadRequest, ErrorCodes.Validation, $"{field.Field} {field.Message}.", [field]);
        }

        return ProblemWriter.WriteAsync(
            context, error.StatusCode, StatusProblems.CodeOf(error.StatusCode), StatusProblems.MessageOf(error.StatusCode));
    }

    private Task UnavailableAsync(HttpContext context, Exception error)
    {
        LogUnavailable(error, context.Request.Method, context.Request.Path);
        return ProblemWriter.WriteAsync(
            context,
            StatusCodes.Status503ServiceUnavailable,
            ErrorCodes.Unavailable,
            StatusProblems.MessageOf(StatusCodes.Status503ServiceUnavailable),
            retryAfter: TimeSpan.FromSeconds(2));
    }

    private Task UnexpectedAsync(HttpContext context, Exception error)
    {
        LogUnexpected(error, context.Request.Method, context.Request.Path);
        return ProblemWriter.WriteAsync(
            context,
            StatusCodes.Status500InternalServerError,
            ErrorCodes.Internal,
            StatusProblems.MessageOf(StatusCodes.Status500InternalServerError));
    }

    /// <summary>Forgets what the handler set, but keeps what belongs to the request as a whole, such as its id and CORS headers.</summary>
    private static void Clear(HttpResponse response)
    {
        response.ContentLength = null;
        response.ContentType = null;
        response.Headers.ContentEncoding = default;
        response.Headers.ETag = default;
        response.Headers.Location = default;
    }

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed")]
    private partial void LogUnexpected(Exception error, string method, PathString path);

    [LoggerMessage(LogLevel.Warning, "{Method} {Path} met a dependency that is away")]
    private partial void LogUnavailable(Exception error, string method, PathString path);

    [LoggerMessage(LogLevel.Error, "{Method} {Path} broke off in the middle of its answer")]
    private partial void LogBrokenOff(Exception error, string method, PathString path);
}
