namespace SocialSelling.ServiceDefaults.Plans;

/// <summary>How much of a limit is used.</summary>
/// <param name="Used">How many there are; null where another service counts them.</param>
/// <param name="Limit">How many the plan allows; null without limit.</param>
public sealed record PlanUsage(int? Used, int? Limit);
