namespace SocialSelling.MetaSimulator.State;

internal sealed record ChatMessage(string Mid, bool FromCustomer, string Text, DateTimeOffset At, CustomerThread Thread);
