namespace SocialSelling.Instagram.Domain.Webhooks;

internal enum DeliveryState
{
    Pending,

    Processed,

    /// <summary>Holds events of an account that is not known (yet); processed once it is connected.</summary>
    Waiting,

    /// <summary>Signed by Meta, but no JSON of a known form.</summary>
    Unparsable,

    /// <summary>Could not be processed by itself; kept for a person to look at.</summary>
    Failed,
}
