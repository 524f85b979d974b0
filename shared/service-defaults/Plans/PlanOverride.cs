namespace SocialSelling.ServiceDefaults.Plans;

/// <summary>Limits of one tier; what is not given stays as it is sold, -1 means without limit.</summary>
public sealed class PlanOverride
{
    /// <summary>Connected client accounts of a workspace.</summary>
    public int? Accounts { get; set; }

    /// <summary>Members of a workspace.</summary>
    public int? Members { get; set; }

    /// <summary>Posts of a workspace in a month.</summary>
    public int? PostsPerMonth { get; set; }

    /// <summary>Workspaces of a user.</summary>
    public int? Workspaces { get; set; }
}
