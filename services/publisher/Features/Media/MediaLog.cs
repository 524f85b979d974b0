namespace SocialSelling.Publisher.Features.Media;

internal static partial class MediaLog
{
    [LoggerMessage(LogLevel.Error, "An upload could not be written to the object store")]
    public static partial void StoreFailed(ILogger logger, Exception exception);
}
