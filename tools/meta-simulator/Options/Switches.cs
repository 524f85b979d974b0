namespace SocialSelling.MetaSimulator.Options;

/// <summary>What can be turned while running: where sources on Meta disagree, both behaviours are on offer.</summary>
internal sealed record Switches
{
    /// <summary>`flat` as clients see it, or `data` as the documentation prints it.</summary>
    public string TokenAnswer { get; init; } = "flat";

    /// <summary>`flat` or `data` for `/me`.</summary>
    public string MeAnswer { get; init; } = "flat";

    /// <summary>Granted permissions as an array instead of a comma-separated string.</summary>
    public bool PermissionsAsArray { get; init; }

    /// <summary>`user_id` of the code exchange as a bare JSON number.</summary>
    public bool UserIdAsNumber { get; init; }

    /// <summary>Seconds a container stays IN_PROGRESS.</summary>
    public double ContainerSeconds { get; init; } = 1;

    /// <summary>Posts in 24 hours; one page of the documentation says 100, another 50.</summary>
    public int PublishQuota { get; init; } = 100;

    /// <summary>Usage in percent told in the usage headers; absent means the real share of the hourly budget.</summary>
    public int? UsagePercent { get; init; }

    public bool UsageHeaders { get; init; } = true;

    /// <summary>100 sends and 2 conversation reads a second and account.</summary>
    public bool EnforceRates { get; init; } = true;

    public string? Problem() => this switch
    {
        { TokenAnswer: not ("flat" or "data") } => "tokenAnswer is flat or data",
        { MeAnswer: not ("flat" or "data") } => "meAnswer is flat or data",
        { ContainerSeconds: < 0 or > 86400 } => "containerSeconds is 0 to 86400",
        { PublishQuota: < 0 or > 10_000 } => "publishQuota is 0 to 10000",
        { UsagePercent: < 0 or > 1000 } => "usagePercent is 0 to 1000",
        _ => null,
    };
}
