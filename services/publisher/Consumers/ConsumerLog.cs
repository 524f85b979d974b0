namespace SocialSelling.Publisher.Consumers;

internal static partial class ConsumerLog
{
    [LoggerMessage(LogLevel.Information, "Result '{Result}' of post {PostId} changes nothing: unknown post, or its result is known already")]
    public static partial void ResultIgnored(ILogger logger, Guid postId, string result);
}
