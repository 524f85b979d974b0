namespace SocialSelling.Identity.Domain;

/// <summary>One erasure over all services, and its receipt once it is complete. It names its subject by id only, and stays.</summary>
internal sealed class Erasure
{
    private Erasure(Guid id, ErasureScope scope, Guid subjectId, Guid? requestedBy, DateTimeOffset requestedAt)
    {
        Id = id;
        Scope = scope;
        SubjectId = subjectId;
        RequestedBy = requestedBy;
        RequestedAt = requestedAt;
        AskedAt = requestedAt;
    }

    public Guid Id { get; private set; }

    public ErasureScope Scope { get; private set; }

    /// <summary>The user or the workspace.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>The user who asked for it; null when nobody in particular did.</summary>
    public Guid? RequestedBy { get; private set; }

    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>When the services were asked last.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    public int Asked { get; private set; } = 1;

    public DateTimeOffset? CompletedAt { get; private set; }

    public List<ErasureAnswer> Answers { get; private set; } = [];

    public static Erasure Begin(ErasureScope scope, Guid subjectId, Guid? requestedBy, IEnumerable<string> services, DateTimeOffset now)
    {
        var erasure = new Erasure(Guid.CreateVersion7(now), scope, subjectId, requestedBy, now);
        erasure.Answers.AddRange(services.Select(service => ErasureAnswer.Expect(erasure.Id, service)));
        return erasure;
    }

    public void AskAgain(DateTimeOffset now)
    {
        AskedAt = now;
        Asked++;
    }

    public void Complete(DateTimeOffset now) => CompletedAt ??= now;
}
