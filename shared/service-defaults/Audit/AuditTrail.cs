using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SocialSelling.Contracts.Identity;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Hosting;
using SocialSelling.ServiceDefaults.Outbox;

namespace SocialSelling.ServiceDefaults.Audit;

/// <summary>Writes to the audit log: the entry is committed with the change it tells of and travels to identity as an event. Scoped.</summary>
public sealed class AuditTrail(IEventOutbox outbox, IHttpContextAccessor http, ServiceInfo service, TimeProvider clock)
{
    private const int MaxUserAgentLength = 512;

    /// <summary>What the caller of this request did in the workspace of the token. Call it before the one <c>SaveChangesAsync</c>.</summary>
    /// <param name="action"><c>resource.verb</c> in the past tense, such as <c>member.removed</c>.</param>
    /// <param name="target">What it was done to.</param>
    /// <param name="before">The changed fields before; never a secret.</param>
    /// <param name="after">The changed fields after; never a secret.</param>
    public void Add(string action, AuditTarget target, object? before = null, object? after = null)
    {
        var user = http.HttpContext?.User;
        var workspace = Guid.TryParse(user?.FindFirst(TokenClaims.Workspace)?.Value, out var id) ? id : (Guid?)null;
        Add(action, target, AuditActors.Of(user, service.Name), workspace, before, after);
    }

    /// <summary>The same where the request has no token, or is about another workspace than the token's.</summary>
    public void Add(string action, AuditTarget target, AuditActor actor, Guid? workspaceId, object? before = null, object? after = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        var request = http.HttpContext;
        outbox.Add(new AuditEntryRecorded
        {
            EntryId = Guid.CreateVersion7(),
            WorkspaceId = workspaceId,
            Actor = actor,
            Action = action,
            TargetType = target.Type,
            TargetId = target.Id,
            Address = request?.Connection.RemoteIpAddress?.ToString(),
            UserAgent = Cut(request?.Request.Headers.UserAgent),
            Before = Json(before),
            After = Json(after),
            Service = service.Name,
            OccurredAt = clock.GetUtcNow(),
        });
    }

    private static string? Json(object? fields) => fields is null ? null : JsonSerializer.Serialize(fields, JsonSerializerOptions.Web);

    private static string? Cut(string? text) => text is { Length: > MaxUserAgentLength } ? text[..MaxUserAgentLength] : text;
}
