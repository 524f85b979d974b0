using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Graph;

/// <summary>Calls of an account in the present hour, as a share of a budget of 48,000 (4800 for each of ten impressions).</summary>
internal sealed class UsageCounter(TimeProvider clock)
{
    private const int Budget = 48_000;

    private readonly RateWindow calls = new(clock, TimeSpan.FromHours(1));

    public int Percent(string userId) => calls.Count(userId) * 100 / Budget;
}
