namespace SocialSelling.Messaging.Domain;

/// <summary>Times as the database keeps them, so that an answer before and one after storing are the same.</summary>
internal static class Instant
{
    public static DateTimeOffset ToStored(this DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
