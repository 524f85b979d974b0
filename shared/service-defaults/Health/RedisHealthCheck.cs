using Microsoft.Extensions.Diagnostics.HealthChecks;
using SocialSelling.ServiceDefaults.Redis;

namespace SocialSelling.ServiceDefaults.Health;

internal sealed class RedisHealthCheck(RedisStore redis) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await redis.PingAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (RedisUnavailableException error)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, exception: error);
        }
    }
}
