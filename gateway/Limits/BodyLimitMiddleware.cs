using Microsoft.AspNetCore.Http.Features;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Gateway.Limits;

/// <summary>Refuses a body that says it is too large before a byte of it is read or forwarded.</summary>
internal sealed class BodyLimitMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) =>
        context.Request.ContentLength is { } length
        && context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize is { } limit
        && length > limit
            ? ProblemWriter.WriteAsync(
                context, StatusCodes.Status413PayloadTooLarge, ErrorCodes.PayloadTooLarge, $"The request body may have at most {limit} bytes.")
            : next(context);
}
