namespace SocialSelling.ServiceDefaults.Audit;

/// <summary>What something was done to.</summary>
/// <param name="Type">The kind, such as <c>member</c>.</param>
/// <param name="Id">Which one, where there is one.</param>
public sealed record AuditTarget(string Type, string? Id = null)
{
    /// <summary>A thing with an id.</summary>
    public static AuditTarget Of(string type, Guid id) => new(type, id.ToString());
}
