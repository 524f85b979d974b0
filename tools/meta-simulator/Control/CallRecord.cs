namespace SocialSelling.MetaSimulator.Control;

/// <summary>One call of the app, without its secrets.</summary>
internal sealed record CallRecord
{
    private static long lastId;

    public long Id { get; } = Interlocked.Increment(ref lastId);

    public required DateTimeOffset At { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    public string? Version { get; init; }

    public string? Username { get; init; }

    public required IReadOnlyDictionary<string, string?> Parameters { get; init; }

    /// <summary>Absent when the connection ended without an answer.</summary>
    public int? Status { get; init; }

    public int? Code { get; init; }

    public int? Subcode { get; init; }

    /// <summary>The fault that was injected.</summary>
    public string? Fault { get; init; }

    /// <summary>The app asked for something the simulator does not know.</summary>
    public bool Unimplemented { get; init; }

    public double Milliseconds { get; init; }
}
