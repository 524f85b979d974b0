namespace SocialSelling.ServiceDefaults.Access;

/// <summary>What is known of a session.</summary>
public enum SessionState
{
    /// <summary>It lives.</summary>
    Alive,

    /// <summary>It has ended: logged out, expired or withdrawn.</summary>
    Ended,

    /// <summary>Redis is away and the session was not seen lately: nobody can tell.</summary>
    Unknown,
}
