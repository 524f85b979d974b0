namespace SocialSelling.ServiceDefaults.Plans;

/// <summary>What a plan limits.</summary>
public enum PlanLimit
{
    /// <summary>Connected client accounts of a workspace.</summary>
    Accounts,

    /// <summary>Members of a workspace, those invited included.</summary>
    Members,

    /// <summary>Posts that a workspace creates in a calendar month, UTC.</summary>
    Posts,

    /// <summary>Workspaces that a user owns.</summary>
    Workspaces,
}
