namespace SocialSelling.Instagram.Domain;

internal enum VerdictKind
{
    /// <summary>It will never work: say why.</summary>
    Final,

    /// <summary>Nothing happened; try the same again later.</summary>
    Retry,

    /// <summary>It may have happened: find out before anything else.</summary>
    Unknown,

    /// <summary>The token is no longer good.</summary>
    Reconnect,

    /// <summary>Publishing only: not ready yet, keep asking.</summary>
    NotReady,

    /// <summary>Publishing only: begin again with a new container.</summary>
    StartOver,
}
