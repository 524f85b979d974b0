namespace SocialSelling.ServiceDefaults.Access;

/// <summary>What is known of a session.</summary>
public enum SessionState
{
    /// <summary>It lives.</summary>
    Alive,

    /// <summary>It lives, but the token is of an older issue: what it grants has changed, and a refresh brings the new one.</summary>
    Stale,

    /// <summary>It has ended: logged out, expired or withdrawn.</summary>
    Ended,

    /// <summary>Redis is away and the session was not seen lately: nobody can tell.</summary>
    Unknown,
}
