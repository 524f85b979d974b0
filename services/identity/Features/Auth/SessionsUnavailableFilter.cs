using SocialSelling.ServiceDefaults.Problems;
using SocialSelling.ServiceDefaults.Redis;

namespace SocialSelling.Identity.Features.Auth;

/// <summary>Says what is the matter when Redis is away: sessions neither open nor end until it is back.</summary>
internal sealed class SessionsUnavailableFilter : IEndpointFilter
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (RedisUnavailableException)
        {
            return Problems.Unavailable(ErrorCodes.Unavailable, "Sessions cannot be opened or ended at the moment; try again shortly.", RetryAfter);
        }
    }
}
