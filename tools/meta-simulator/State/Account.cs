namespace SocialSelling.MetaSimulator.State;

/// <summary>A professional Instagram account with everything that hangs on it. Read and changed under the world's gate.</summary>
internal sealed class Account(string username, string name, int followers)
{
    private const int KeptPosts = 500;

    private readonly Dictionary<string, CustomerThread> people = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<PublishedMedia> media = [];

    public string Username { get; } = username;

    public string Name { get; } = name;

    public string UserId { get; } = Ids.UserId(username);

    public string AppScopedId { get; } = Ids.AppScopedId(username);

    public int Followers { get; } = followers;

    public int Follows { get; } = 40 + (followers % 300);

    /// <summary>Webhook fields of the account's subscription; null while there is none.</summary>
    public IReadOnlySet<string>? SubscribedFields { get; set; }

    /// <summary>Since when webhooks of this account fail without one success.</summary>
    public DateTimeOffset? FailingSince { get; set; }

    public IReadOnlyCollection<CustomerThread> People => people.Values;

    /// <summary>Newest last.</summary>
    public IReadOnlyList<PublishedMedia> Media => media;

    /// <summary>Moments of the containers made and posts published lately, for the two quotas.</summary>
    public List<DateTimeOffset> ContainerTimes { get; } = [];

    public List<DateTimeOffset> PublishTimes { get; } = [];

    public CustomerThread? FindPerson(string person) => people.GetValueOrDefault(person);

    public void Add(CustomerThread thread) => people.Add(thread.Username, thread);

    public void Add(PublishedMedia post)
    {
        if (media.Count >= KeptPosts)
        {
            media.RemoveAt(0);
        }

        media.Add(post);
    }

    public static int CountSince(List<DateTimeOffset> times, DateTimeOffset since)
    {
        times.RemoveAll(at => at <= since);
        return times.Count;
    }
}
