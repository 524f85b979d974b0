namespace SocialSelling.Publisher.Workers;

internal static partial class WorkerLog
{
    [LoggerMessage(LogLevel.Information, "{Count} due posts handed over")]
    public static partial void Claimed(ILogger logger, int count);

    [LoggerMessage(LogLevel.Error, "The due-post worker was interrupted and goes on")]
    public static partial void Failed(ILogger logger, Exception exception);
}
