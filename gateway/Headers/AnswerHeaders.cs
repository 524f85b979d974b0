using SocialSelling.Gateway.Limits;

namespace SocialSelling.Gateway.Headers;

/// <summary>What goes on every answer, gathered while the request runs.</summary>
internal sealed class AnswerHeaders(HttpContext context, string requestId)
{
    public HttpContext Context => context;

    public string RequestId => requestId;

    public RateDecision? Rate { get; set; }
}
