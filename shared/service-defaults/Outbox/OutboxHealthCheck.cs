using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SocialSelling.ServiceDefaults.Outbox;

/// <summary>A late outbox degrades the service and does not stop it: requests go on, events follow.</summary>
internal sealed class OutboxHealthCheck(OutboxMetrics metrics) : IHealthCheck
{
    private const double LateSeconds = 60;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(metrics is { IsPaused: false, AgeSeconds: < LateSeconds }
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded($"{metrics.Depth} messages wait, the oldest for {metrics.AgeSeconds:0} s."));
}
