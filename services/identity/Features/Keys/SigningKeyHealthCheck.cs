using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SocialSelling.Identity.Features.Keys;

/// <summary>Without a key in memory no token can be issued.</summary>
internal sealed class SigningKeyHealthCheck(SigningKeyRing ring) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(ring.Loaded is null ? HealthCheckResult.Unhealthy("No signing key is loaded yet.") : HealthCheckResult.Healthy());
}
