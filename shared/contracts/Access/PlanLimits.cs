namespace SocialSelling.Contracts.Access;

/// <summary>How much a subscription tier allows; null means without limit. An installation may override each by its settings.</summary>
public sealed record PlanLimits
{
    /// <summary>Connected client accounts of one workspace.</summary>
    public int? Accounts { get; init; }

    /// <summary>Members of one workspace, those invited included.</summary>
    public int? Members { get; init; }

    /// <summary>Posts that one workspace creates in one calendar month, UTC.</summary>
    public int? PostsPerMonth { get; init; }

    /// <summary>Workspaces that one user owns.</summary>
    public int? Workspaces { get; init; }

    /// <summary>The limits as they are sold, by tier.</summary>
    public static IReadOnlyDictionary<string, PlanLimits> ByTier { get; } = new Dictionary<string, PlanLimits>(StringComparer.Ordinal)
    {
        ["FREE"] = new() { Accounts = 3, Members = 3, PostsPerMonth = 100, Workspaces = 3 },
        ["STARTER"] = new() { Accounts = 10, Members = 10, PostsPerMonth = 500, Workspaces = 5 },
        ["PROFESSIONAL"] = new() { Accounts = 50, Members = 50, PostsPerMonth = 5000, Workspaces = 20 },
        ["ENTERPRISE"] = new() { Workspaces = 100 },
    };

    /// <summary>The limits of a tier; of the smallest one where it is unknown.</summary>
    public static PlanLimits Of(string tier) => ByTier.GetValueOrDefault(tier) ?? ByTier["FREE"];
}
