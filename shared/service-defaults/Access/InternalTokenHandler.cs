using System.Net;
using System.Net.Http.Headers;
using SocialSelling.ServiceDefaults.Resilience;

namespace SocialSelling.ServiceDefaults.Access;

/// <summary>Puts this service's token on calls to other services; a refused one is replaced once where the call may be repeated.</summary>
internal sealed class InternalTokenHandler(ClientCredentialsTokens tokens) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(cancellationToken);
        var response = await SendAsync(request, token, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
        {
            return response;
        }

        tokens.Forget(token);
        if (!request.MayRetry())
        {
            return response;
        }

        response.Dispose();
        return await SendAsync(request, await tokens.GetAsync(cancellationToken), cancellationToken);
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string token, CancellationToken ct)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return base.SendAsync(request, ct);
    }
}
