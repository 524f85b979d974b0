using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Audit;

/// <summary>Whether a chain of the audit log is whole. Note <c>Entries</c> and <c>Hash</c> down somewhere else to compare with later.</summary>
/// <param name="Valid">Whether every entry is there and unchanged.</param>
/// <param name="Entries">How many entries hold, counted from the first.</param>
/// <param name="Hash">Hash of the last entry that holds, hexadecimal; it stands for all before it.</param>
/// <param name="AnchoredEntries">How many of them are under the newest seal.</param>
/// <param name="BrokenAt">Number of the first entry that does not hold, null where all do.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record AuditVerification(bool Valid, long Entries, string Hash, long AnchoredEntries, long? BrokenAt, string? Reason)
{
    internal static AuditVerification Whole(AuditHead head, long anchored) =>
        new(true, head.Sequence, Convert.ToHexStringLower(head.Hash), anchored, null, null);

    /// <param name="good">The last link that holds.</param>
    /// <param name="reason">What is wrong with the next.</param>
    internal static AuditVerification Broken(AuditHead good, string reason) =>
        new(false, good.Sequence, Convert.ToHexStringLower(good.Hash), 0, good.Sequence + 1, reason);
}
