using SocialSelling.Contracts.Identity;

namespace SocialSelling.Identity.Domain;

/// <summary>
/// One line of the audit log, and a link of its chain: the hash covers the line and the hash before it, so that a line changed, removed
/// or put in between breaks all that follows.
/// </summary>
internal sealed class AuditEntry
{
    public const int MaxNameLength = 100;
    public const int MaxIdLength = 200;
    public const int MaxAddressLength = 64;
    public const int MaxUserAgentLength = 512;
    public const int MaxFieldsLength = 16 * 1024;

    private const string TooLong = """{"truncated":true}""";

    private AuditEntry(Guid id, Guid chainId, long sequence, string actorType, string action, string targetType, string service)
    {
        Id = id;
        ChainId = chainId;
        Sequence = sequence;
        ActorType = actorType;
        Action = action;
        TargetType = targetType;
        Service = service;
    }

    public Guid Id { get; private set; }

    /// <summary>The workspace, or <see cref="AuditChain.Platform"/> for what concerns none.</summary>
    public Guid ChainId { get; private set; }

    /// <summary>The place in the chain, from 1 and without gaps.</summary>
    public long Sequence { get; private set; }

    public DateTimeOffset OccurredAt { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public string ActorType { get; private set; }

    public string? ActorId { get; private set; }

    public string Action { get; private set; }

    public string TargetType { get; private set; }

    public string? TargetId { get; private set; }

    public string? Address { get; private set; }

    public string? UserAgent { get; private set; }

    /// <summary>JSON as it came; the hash is over this very text.</summary>
    public string? Before { get; private set; }

    public string? After { get; private set; }

    public string Service { get; private set; }

    public byte[] PreviousHash { get; private set; } = [];

    public byte[] Hash { get; private set; } = [];

    /// <summary>The next link after <paramref name="head"/>. Whatever an event carries is made to fit: an entry that no table takes would be lost.</summary>
    public static AuditEntry Append(AuditHead head, AuditEntryRecorded recorded, DateTimeOffset now)
    {
        var entry = new AuditEntry(
            recorded.EntryId, head.ChainId, head.Sequence + 1, AuditText.Fit(recorded.Actor.Type, MaxNameLength),
            AuditText.Fit(recorded.Action, MaxNameLength), AuditText.Fit(recorded.TargetType, MaxNameLength),
            AuditText.Fit(recorded.Service, MaxNameLength))
        {
            OccurredAt = AuditText.Fit(recorded.OccurredAt),
            RecordedAt = AuditText.Fit(now),
            ActorId = AuditText.FitOptional(recorded.Actor.Id, MaxIdLength),
            TargetId = AuditText.FitOptional(recorded.TargetId, MaxIdLength),
            Address = AuditText.FitOptional(recorded.Address, MaxAddressLength),
            UserAgent = AuditText.FitOptional(recorded.UserAgent, MaxUserAgentLength),
            Before = Fields(recorded.Before),
            After = Fields(recorded.After),
            PreviousHash = head.Hash,
        };
        entry.Hash = entry.ComputeHash();
        return entry;
    }

    public byte[] ComputeHash() => new AuditDigest()
        .Add(PreviousHash).Add(Id).Add(ChainId).Add(Sequence).Add(OccurredAt).Add(RecordedAt).Add(ActorType).Add(ActorId).Add(Action)
        .Add(TargetType).Add(TargetId).Add(Address).Add(UserAgent).Add(Before).Add(After).Add(Service).ToHash();

    private static string? Fields(string? json) => json is { Length: > MaxFieldsLength } ? TooLong : AuditText.FitOptional(json, MaxFieldsLength);
}
