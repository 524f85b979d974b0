using Microsoft.AspNetCore.Http;

namespace SocialSelling.ServiceDefaults.Hosting;

/// <summary>Hands the correlation id on to the next service: the request's own, or in a consumer the one that came with the trace.</summary>
internal sealed class CorrelationHandler(IHttpContextAccessor accessor) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if ((accessor.HttpContext?.TraceIdentifier ?? CorrelationId.Current) is { } id
            && !request.Headers.Contains(CorrelationId.Header))
        {
            request.Headers.TryAddWithoutValidation(CorrelationId.Header, id);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
