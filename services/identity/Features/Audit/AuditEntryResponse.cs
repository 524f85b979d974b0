using System.Text.Json;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Audit;

/// <summary>An entry of the audit log.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="Sequence">Its number in its chain.</param>
/// <param name="OccurredAt">When it happened, UTC.</param>
/// <param name="Action">What happened, such as <c>member.removed</c>.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Target">What it was done to.</param>
/// <param name="Address">The client's network address.</param>
/// <param name="UserAgent">What the client said it was.</param>
/// <param name="Before">The changed fields before.</param>
/// <param name="After">The changed fields after.</param>
/// <param name="Service">The service that saw it.</param>
/// <param name="Hash">The entry's hash, hexadecimal.</param>
public sealed record AuditEntryResponse(
    Guid Id, long Sequence, DateTimeOffset OccurredAt, string Action, AuditActorResponse Actor, AuditTargetResponse Target, string? Address,
    string? UserAgent, JsonElement? Before, JsonElement? After, string Service, string Hash)
{
    internal static AuditEntryResponse From(AuditEntry entry, AuditNames names) => new(
        entry.Id, entry.Sequence, entry.OccurredAt, entry.Action, names.ActorOf(entry), new(entry.TargetType, entry.TargetId), entry.Address,
        entry.UserAgent, Json(entry.Before), Json(entry.After), entry.Service, Convert.ToHexStringLower(entry.Hash));

    // Another service's text: should it be no JSON, it is shown as it stands.
    private static JsonElement? Json(string? text)
    {
        if (text is null)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(text);
        }
    }
}
