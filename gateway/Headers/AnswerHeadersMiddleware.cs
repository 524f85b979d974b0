using System.Globalization;
using SocialSelling.ServiceDefaults.Hosting;

namespace SocialSelling.Gateway.Headers;

/// <summary>Gives the request its id and puts id, rate limit and security headers on the answer, whoever writes it.</summary>
internal sealed class AnswerHeadersMiddleware(RequestDelegate next)
{
    private const string DataPolicy = "default-src 'none'; frame-ancestors 'none'";
    private const string PagePolicy =
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = new AnswerHeaders(context, CorrelationId.Assign(context));
        context.Features.Set(headers);
        context.Response.OnStarting(static state => WriteAsync((AnswerHeaders)state), headers);
        return next(context);
    }

    private static Task WriteAsync(AnswerHeaders answer)
    {
        var response = answer.Context.Response;
        var headers = response.Headers;
        headers[CorrelationId.Header] = answer.RequestId;
        headers.Server = default;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = IsPage(response) ? PagePolicy : DataPolicy;
        }

        if (answer.Context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }

        if (answer.Rate is { } rate)
        {
            headers["X-RateLimit-Limit"] = Text(rate.Limit);
            headers["X-RateLimit-Remaining"] = Text(rate.Remaining);
            headers["X-RateLimit-Reset"] = Text(rate.ResetSeconds);
        }

        return Task.CompletedTask;
    }

    private static bool IsPage(HttpResponse response) =>
        response.ContentType is { } type && type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
