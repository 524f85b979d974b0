using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SocialSelling.Contracts.Identity;
using SocialSelling.ServiceDefaults.Hosting;
using SocialSelling.ServiceDefaults.Outbox;

namespace SocialSelling.ServiceDefaults.Audit;

/// <summary>Writes to the audit log: the entry is committed with the change it tells of and travels to identity as an event. Scoped.</summary>
public sealed class AuditTrail(IEventOutbox outbox, IHttpContextAccessor http, ServiceInfo service, TimeProvider clock)
{
    /// <summary>What the caller of this request did in the workspace of the token. Call it before the one <c>SaveChangesAsync</c>.</summary>
    /// <param name="action"><c>resource.verb</c> in the past tense, such as <c>member.removed</c>.</param>
    /// <param name="target">What it was done to.</param>
    /// <param name="before">The changed fields before; never a secret.</param>
    /// <param name="after">The changed fields after; never a secret.</param>
    public void Add(string action, AuditTarget target, object? before = null, object? after = null)
    {
        var user = http.HttpContext?.User;
        Add(action, target, AuditActors.Of(user, service.Name), AuditEntries.WorkspaceOf(user), before, after);
    }

    /// <summary>The same where the request has no token, or is about another workspace than the token's.</summary>
    public void Add(string action, AuditTarget target, AuditActor actor, Guid? workspaceId, object? before = null, object? after = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        outbox.Add(AuditEntries.Create(http.HttpContext, service, clock, action, target, actor, workspaceId) with
        {
            Before = Json(before),
            After = Json(after),
        });
    }

    private static string? Json(object? fields) => fields is null ? null : JsonSerializer.Serialize(fields, JsonSerializerOptions.Web);
}
