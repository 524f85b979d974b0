using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Messaging;

/// <summary>100 sends and 2 conversation reads a second for each account.</summary>
internal sealed class SendRates(World world, TimeProvider clock)
{
    private readonly RateWindow sends = new(clock, TimeSpan.FromSeconds(1));
    private readonly RateWindow conversations = new(clock, TimeSpan.FromSeconds(1));

    public bool AllowSend(string userId) => !world.Switches.EnforceRates || sends.Count(userId) <= 100;

    public bool AllowConversations(string userId) => !world.Switches.EnforceRates || conversations.Count(userId) <= 2;
}
