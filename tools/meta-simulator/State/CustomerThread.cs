namespace SocialSelling.MetaSimulator.State;

/// <summary>One person as one account knows them: the IGSID and the chat belong to the pair.</summary>
internal sealed class CustomerThread(Account account, string username, string name)
{
    private const int Kept = 2_000;

    private readonly List<ChatMessage> messages = [];

    public Account Account { get; } = account;

    public string Username { get; } = username;

    public string Name { get; } = name;

    public string Igsid { get; } = Ids.Igsid(account.UserId, username);

    public string ConversationId => Ids.ConversationId(Igsid);

    /// <summary>When the person last wrote: opens the 24 hour window and is the consent to read the profile.</summary>
    public DateTimeOffset? LastInboundAt { get; private set; }

    public IReadOnlyList<ChatMessage> Messages => messages;

    public ChatMessage? LastMessage => messages.Count > 0 ? messages[^1] : null;

    public ChatMessage Add(string mid, bool fromCustomer, string text, DateTimeOffset at)
    {
        if (messages.Count >= Kept)
        {
            messages.RemoveRange(0, Kept / 4);
        }

        var message = new ChatMessage(mid, fromCustomer, text, at, this);
        messages.Add(message);
        if (fromCustomer)
        {
            LastInboundAt = at;
        }

        return message;
    }
}
