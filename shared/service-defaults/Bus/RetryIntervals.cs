using SocialSelling.ServiceDefaults.Outbox;

namespace SocialSelling.ServiceDefaults.Bus;

internal static class RetryIntervals
{
    /// <summary>A fault of the message itself: four more tries in about four seconds, then the error queue.</summary>
    public static TimeSpan[] Short { get; } = Create(4, TimeSpan.FromSeconds(2));

    /// <summary>A fault of the surroundings: up to 15 s apart for about two hours, so that an outage leaves the messages in their queue.</summary>
    public static TimeSpan[] Long { get; } = Create(600, TimeSpan.FromSeconds(15));

    private static TimeSpan[] Create(int count, TimeSpan cap) => [.. Enumerable.Range(0, count).Select(failures => Backoff.After(failures, cap))];
}
