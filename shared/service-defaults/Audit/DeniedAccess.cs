using System.Threading.Channels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SocialSelling.Contracts.Identity;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Hosting;

namespace SocialSelling.ServiceDefaults.Audit;

/// <summary>
/// Notes refusals for the audit log without the caller waiting for it: one a minute of one caller at one endpoint, so that hammering fills
/// neither the log nor the queue.
/// </summary>
internal sealed class DeniedAccess(ServiceInfo service, TimeProvider clock)
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private const int Waiting = 1000;
    private const int Remembered = 4096;

    private readonly Lock gate = new();
    private readonly BoundedCache<(string Caller, string Endpoint), long> noted = new(Remembered);
    private readonly Channel<AuditEntryRecorded> entries = Channel.CreateBounded<AuditEntryRecorded>(
        new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public ChannelReader<AuditEntryRecorded> Entries => entries.Reader;

    public void Note(HttpContext context, AuthorizationFailure? failure)
    {
        var endpoint = $"{context.Request.Method} {(context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText}";
        if (!IsDue((context.User.FindFirst(TokenClaims.Subject)?.Value ?? "", endpoint)))
        {
            return;
        }

        var actor = AuditActors.Of(context.User, service.Name);
        var entry = AuditEntries.Create(
            context, service, clock, "access.denied", new AuditTarget("endpoint", endpoint), actor, AuditEntries.WorkspaceOf(context.User));
        var missing = failure?.FailedRequirements.OfType<PermissionRequirement>().FirstOrDefault()?.Permission;
        entries.Writer.TryWrite(missing is null ? entry : entry with { After = $$"""{"requires":"{{missing}}"}""" });
    }

    private bool IsDue((string Caller, string Endpoint) key)
    {
        lock (gate)
        {
            if (noted.TryGet(key, out var at) && clock.GetElapsedTime(at) < Interval)
            {
                return false;
            }

            noted.Set(key, clock.GetTimestamp());
            return true;
        }
    }
}
