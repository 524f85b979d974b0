using Microsoft.AspNetCore.Http;

namespace SocialSelling.ServiceDefaults.Hosting;

internal sealed class CorrelationMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.Headers[CorrelationId.Header] = CorrelationId.Assign(context);
        return next(context);
    }
}
