namespace SocialSelling.ServiceDefaults.Hosting;

/// <summary>Hands the correlation id on to the next service.</summary>
internal sealed class CorrelationHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (CorrelationId.Current is { } id)
        {
            request.Headers.TryAddWithoutValidation(CorrelationId.Header, id);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
