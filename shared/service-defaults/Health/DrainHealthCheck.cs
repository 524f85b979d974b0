using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SocialSelling.ServiceDefaults.Health;

internal sealed class DrainHealthCheck(DrainState state) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(state.IsDraining ? HealthCheckResult.Unhealthy() : HealthCheckResult.Healthy());
}
