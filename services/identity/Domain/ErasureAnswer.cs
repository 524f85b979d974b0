namespace SocialSelling.Identity.Domain;

/// <summary>What one service has to answer, or has answered, to an erasure.</summary>
internal sealed class ErasureAnswer
{
    public const int MaxServiceLength = 32;

    private ErasureAnswer(Guid erasureId, string service)
    {
        ErasureId = erasureId;
        Service = service;
    }

    public Guid ErasureId { get; private set; }

    public string Service { get; private set; }

    /// <summary>How many rows of what.</summary>
    public Dictionary<string, long> Erased { get; private set; } = [];

    public DateTimeOffset? CompletedAt { get; private set; }

    public static ErasureAnswer Expect(Guid erasureId, string service) => new(erasureId, service);

    /// <summary>The first answer stands: a repeat finds nothing left to erase.</summary>
    public void Complete(IReadOnlyDictionary<string, long> erased, DateTimeOffset at)
    {
        if (CompletedAt is not null) return;
        Erased = new(erased);
        CompletedAt = at;
    }
}
