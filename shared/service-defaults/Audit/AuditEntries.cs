using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using SocialSelling.Contracts.Identity;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Hosting;

namespace SocialSelling.ServiceDefaults.Audit;

internal static class AuditEntries
{
    private const int MaxUserAgentLength = 512;

    /// <summary>An entry with all that a request tells about where it comes from.</summary>
    public static AuditEntryRecorded Create(
        HttpContext? request, ServiceInfo service, TimeProvider clock, string action, AuditTarget target, AuditActor actor, Guid? workspaceId) => new()
        {
            EntryId = Guid.CreateVersion7(),
            WorkspaceId = workspaceId,
            Actor = actor,
            Action = action,
            TargetType = target.Type,
            TargetId = target.Id,
            Address = request?.Connection.RemoteIpAddress?.ToString(),
            UserAgent = Cut(request?.Request.Headers.UserAgent),
            Service = service.Name,
            OccurredAt = clock.GetUtcNow(),
        };

    public static Guid? WorkspaceOf(ClaimsPrincipal? user) => Guid.TryParse(user?.FindFirst(TokenClaims.Workspace)?.Value, out var id) ? id : null;

    private static string? Cut(string? text) => text is { Length: > MaxUserAgentLength } ? text[..MaxUserAgentLength] : text;
}
