namespace SocialSelling.MetaSimulator.Faults;

/// <summary>What goes wrong, where, from which call on and how often.</summary>
internal sealed record FaultRule
{
    private static long lastId;

    public long Id { get; } = Interlocked.Increment(ref lastId);

    public required string Kind { get; init; }

    /// <summary>End of the path without version (`/messages`), or a pattern over all of it (`/graph/17889*`); for webhooks the field. Absent: any.</summary>
    public string? Path { get; init; }

    public string? Method { get; init; }

    /// <summary>The first matching call that is hit, counted from 1.</summary>
    public int Nth { get; init; } = 1;

    /// <summary>From there on every so manieth call.</summary>
    public int Every { get; init; } = 1;

    /// <summary>How many calls are hit; 0 means all.</summary>
    public int Count { get; init; } = 1;

    public int Code { get; init; } = 1;

    public int? Subcode { get; init; }

    /// <summary>HTTP status of the answer; absent: 500 for codes 1 and 2, else 400.</summary>
    public int? Status { get; init; }

    public string? Message { get; init; }

    public bool Transient { get; init; }

    /// <summary>How long a timeout holds the call, and a slow body takes.</summary>
    public int DelayMs { get; init; } = 120_000;

    public int Seen { get; set; }

    public int Hits { get; set; }

    public bool IsSpent => Count > 0 && Hits >= Count;

    /// <summary>Counts a matching call; true when it is to be hit.</summary>
    public bool Hit()
    {
        Seen++;
        if (IsSpent || Seen < Nth || (Seen - Nth) % Every != 0)
        {
            return false;
        }

        Hits++;
        return true;
    }

    public string? Problem() => this switch
    {
        _ when !FaultKinds.All.Contains(Kind) => "kind is one of " + string.Join(", ", FaultKinds.All),
        { Nth: < 1 } or { Every: < 1 } or { Count: < 0 } => "nth and every start at 1, count at 0",
        { Status: < 200 or > 599 } => "status is 200 to 599",
        { DelayMs: < 0 or > 600_000 } => "delayMs is 0 to 600000",
        _ => null,
    };
}
