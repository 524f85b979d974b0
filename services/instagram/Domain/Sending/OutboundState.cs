namespace SocialSelling.Instagram.Domain.Sending;

internal enum OutboundState
{
    Queued,

    /// <summary>Persisted before the call: whoever finds it later does not know whether the call was made.</summary>
    Sending,

    Sent,

    Failed,

    /// <summary>The call was made, and what became of it is not known.</summary>
    Unknown,
}
