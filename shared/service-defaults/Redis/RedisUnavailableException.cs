namespace SocialSelling.ServiceDefaults.Redis;

/// <summary>Redis did not answer in time or is away; a request that does not handle it answers 503.</summary>
public sealed class RedisUnavailableException : Exception
{
    /// <summary>With the default text.</summary>
    public RedisUnavailableException()
        : this("Redis is unavailable.")
    {
    }

    /// <summary>With a text for the log.</summary>
    public RedisUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>With what the client library said.</summary>
    public RedisUnavailableException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
