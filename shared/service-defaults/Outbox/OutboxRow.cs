namespace SocialSelling.ServiceDefaults.Outbox;

/// <summary>A row as the relay takes it.</summary>
internal sealed record OutboxRow(
    long Position, Guid Id, string Type, string Payload, string? TraceParent, string? CorrelationId, DateTimeOffset CreatedAt, int Attempts);
