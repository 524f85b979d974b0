using SocialSelling.MetaSimulator.Graph;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Messaging;

/// <summary>24 hours from the person's last message; seven days for what a human writes.</summary>
internal static class MessagingWindow
{
    private const string HumanAgent = "HUMAN_AGENT";

    private static readonly TimeSpan Standard = TimeSpan.FromHours(24);
    private static readonly TimeSpan Human = TimeSpan.FromDays(7);

    public static GraphError? Check(CustomerThread thread, string? tag, DateTimeOffset now)
    {
        if (tag is not (null or HumanAgent))
        {
            return GraphErrors.Parameter("Param tag must be HUMAN_AGENT");
        }

        var window = tag is null ? Standard : Human;
        return thread.LastInboundAt is { } last && now - last <= window ? null : SendErrors.OutsideWindow();
    }
}
