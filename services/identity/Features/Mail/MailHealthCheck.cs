using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Options;

namespace SocialSelling.Identity.Features.Mail;

/// <summary>Mails that wait degrade the service and do not stop it.</summary>
internal sealed class MailHealthCheck(IOptions<MailOptions> options, MailMetrics metrics) : IHealthCheck
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(10);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            !options.Value.IsConfigured ? HealthCheckResult.Degraded($"Mail:Host is not set: {metrics.Depth} mails wait.")
            : metrics.Age > Late ? HealthCheckResult.Degraded($"{metrics.Depth} mails wait, the oldest for {metrics.Age.TotalMinutes:0} min.")
            : HealthCheckResult.Healthy());
}
