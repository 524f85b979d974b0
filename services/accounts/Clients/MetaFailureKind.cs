namespace SocialSelling.Accounts.Clients;

internal enum MetaFailureKind
{
    /// <summary>Meta understood and said no.</summary>
    Refused,

    /// <summary>No answer, or one that says to try later.</summary>
    Unavailable,

    /// <summary>An answer in no shape that is known.</summary>
    Unreadable,
}
