namespace SocialSelling.Instagram.Clients;

internal enum GraphOutcome
{
    Ok,

    /// <summary>Meta answered with an error.</summary>
    Refused,

    /// <summary>The call never reached Meta.</summary>
    NotSent,

    /// <summary>The call was made and the answer was lost or is unreadable.</summary>
    Unclear,
}
