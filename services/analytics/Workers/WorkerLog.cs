namespace SocialSelling.Analytics.Workers;

internal static partial class WorkerLog
{
    [LoggerMessage(LogLevel.Information, "Daily collection asked for {Count} accounts")]
    public static partial void Claimed(ILogger logger, int count);

    [LoggerMessage(LogLevel.Error, "The daily collection was interrupted and goes on at the next check")]
    public static partial void Failed(ILogger logger, Exception exception);
}
