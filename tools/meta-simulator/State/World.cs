using SocialSelling.MetaSimulator.Options;

namespace SocialSelling.MetaSimulator.State;

/// <summary>Everything the simulator knows, in memory and bounded. Whoever touches it holds <see cref="Gate"/>; all operations are short.</summary>
internal sealed class World
{
    public const int MaxAccounts = 1_000;

    private readonly SortedDictionary<string, Account> accountsById = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Account> accountsByName = new(StringComparer.OrdinalIgnoreCase);
    private volatile Switches switches = new();

    public World() => Seed();

    public Lock Gate { get; } = new();

    public Switches Switches { get => switches; set => switches = value; }

    public BoundedMap<AuthorizationCode> Codes { get; } = new(5_000);

    public BoundedMap<AccessToken> Tokens { get; } = new(20_000);

    public BoundedMap<ChatMessage> Messages { get; } = new(250_000);

    public BoundedMap<CustomerThread> Threads { get; } = new(100_000);

    public BoundedMap<CustomerThread> Conversations { get; } = new(100_000);

    public BoundedMap<MediaContainer> Containers { get; } = new(2_000);

    public BoundedMap<PublishedMedia> Media { get; } = new(5_000);

    public ImageAlbum Images { get; } = new();

    public Queue<LoginAnswer> NextLogins { get; } = new();

    public IReadOnlyCollection<Account> Accounts => accountsById.Values;

    /// <summary>By user id, app-scoped id or handle.</summary>
    public Account? FindAccount(string key) =>
        accountsById.GetValueOrDefault(key) ?? accountsByName.GetValueOrDefault(key) ?? accountsById.Values.FirstOrDefault(a => a.AppScopedId == key);

    public Account AddAccount(string username, string? name, int followers)
    {
        var account = new Account(username, name ?? username, followers);
        accountsById.Add(account.UserId, account);
        accountsByName.Add(username, account);
        return account;
    }

    public CustomerThread FindOrAddPerson(Account account, string username, string? name = null)
    {
        if (account.FindPerson(username) is { } known)
        {
            return known;
        }

        var thread = new CustomerThread(account, username, name ?? username);
        account.Add(thread);
        Threads.Add(thread.Igsid, thread);
        Conversations.Add(thread.ConversationId, thread);
        return thread;
    }

    public ChatMessage AddMessage(CustomerThread thread, bool fromCustomer, string text, DateTimeOffset at)
    {
        var message = thread.Add(Ids.Mid(), fromCustomer, text, at);
        Messages.Add(message.Mid, message);
        return message;
    }

    public void Reset()
    {
        lock (Gate)
        {
            accountsById.Clear();
            accountsByName.Clear();
            Codes.Clear();
            Tokens.Clear();
            Messages.Clear();
            Threads.Clear();
            Conversations.Clear();
            Containers.Clear();
            Media.Clear();
            Images.Clear();
            NextLogins.Clear();
            switches = new Switches();
            Seed();
        }
    }

    private void Seed()
    {
        var shop = AddAccount("demo_shop", "Demo Shop", 2_480);
        FindOrAddPerson(shop, "customer_one", "Customer One");
        FindOrAddPerson(shop, "customer_two", "Customer Two");
        FindOrAddPerson(shop, "customer_three", "Customer Three");
    }
}
