namespace SocialSelling.ServiceDefaults.Idempotency;

/// <summary>The answer that was given to a request with an <c>Idempotency-Key</c>.</summary>
public sealed class IdempotencyKey
{
    private IdempotencyKey()
    {
    }

    /// <summary>Who used the key: keys of two callers never meet.</summary>
    public string Caller { get; private set; } = "";

    /// <summary>The header's value.</summary>
    public string Key { get; private set; } = "";

    /// <summary>SHA-256 of method, path and body.</summary>
    public byte[] Fingerprint { get; private set; } = [];

    /// <summary>Status of the answer.</summary>
    public int StatusCode { get; private set; }

    /// <summary>Content type of the answer.</summary>
    public string? ContentType { get; private set; }

    /// <summary>The answer's <c>Location</c>.</summary>
    public string? Location { get; private set; }

    /// <summary>Body of the answer.</summary>
    public byte[] Body { get; private set; } = [];

    /// <summary>When it was given, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }
}
