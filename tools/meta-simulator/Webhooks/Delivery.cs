using SocialSelling.MetaSimulator.Control;

namespace SocialSelling.MetaSimulator.Webhooks;

/// <summary>One POST to the app's webhook, from its making to its end; also the ledger's entry.</summary>
internal sealed class Delivery(string userId, string field, byte[] body, int events, DateTimeOffset createdAt)
{
    private static long lastId;

    public long Id { get; } = Interlocked.Increment(ref lastId);

    public string UserId { get; } = userId;

    public string Field { get; } = field;

    public byte[] Body { get; } = body;

    /// <summary>Events in the body: more than one only in batches.</summary>
    public int Events { get; } = events;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public SignatureMode Signature { get; init; }

    public Storm? Storm { get; init; }

    /// <summary>Sent by hand through the control plane: neither subscription nor retries apply.</summary>
    public bool Manual { get; init; }

    public volatile DeliveryState State;

    public int Attempts { get; set; }

    public int? LastStatus { get; set; }

    public string? LastError { get; set; }

    public DateTimeOffset? DeliveredAt { get; set; }

    public Delivery Copy(SignatureMode signature, DateTimeOffset now, bool manual = false) =>
        new(UserId, Field, Body, Events, now) { Signature = signature, Storm = Storm, Manual = manual };
}
