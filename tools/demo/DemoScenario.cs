using System.Security.Cryptography;
using System.Text.Json;

namespace SocialSelling.Demo;

/// <summary>The suite's main job from end to end, as a client sees it. Every run uses a user and an account of its own.</summary>
public sealed class DemoScenario(DemoAddresses addresses) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly string _run = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
    private readonly SuiteClient _suite = new(addresses.Gateway);
    private readonly SimulatorClient _simulator = new(addresses.Simulator);
    private readonly InboxSocket _inbox = new();
    private string _metaAccount = "";
    private string _account = "";
    private string _conversation = "";
    private string _media = "";
    private string _post = "";

    private string Question => $"Is the bag still there? ({_run})";

    private string Answer => $"Yes, in three colours. ({_run})";

    private string Caption => $"New in today. #demo{_run}";

    /// <summary>Runs every step; the first that fails ends the run.</summary>
    public async Task RunAsync(StepRunner runner, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(runner);
        await runner.RunAsync("register", "./dev logs identity", () => RegisterAsync(ct));
        await runner.RunAsync("log in", "./dev logs identity", () => LogInAsync(ct));
        await runner.RunAsync("connect the account", "./dev logs accounts", () => ConnectAccountAsync(ct));
        await runner.RunAsync("open the realtime inbox", "./dev logs messaging, ./dev logs gateway", () => OpenInboxAsync(ct));
        await runner.RunAsync("customer's message over SignalR", "./dev logs instagram, ./dev logs messaging", () => ReceiveAsync(ct));
        await runner.RunAsync("customer's message in the inbox", "./dev logs messaging", () => ReadInboxAsync(ct));
        await runner.RunAsync("reply reaches the customer", "./dev logs messaging, ./dev logs instagram", () => ReplyAsync(ct));
        await runner.RunAsync("upload a picture", "./dev logs publisher", () => UploadAsync(ct));
        await runner.RunAsync("schedule a post in 2 s", "./dev logs publisher", () => ScheduleAsync(ct));
        await runner.RunAsync("post is live, exactly once", "./dev logs publisher, ./dev logs instagram", () => SeePostAsync(ct));
        await runner.RunAsync("analytics shows the post", "./dev logs analytics, ./dev logs instagram", () => SeeAnalyticsAsync(ct));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _inbox.DisposeAsync();
        _suite.Dispose();
        _simulator.Dispose();
    }

    private string Email => $"demo-{_run}@example.com";

    private string Password => $"Demo-{_run}-1aA";

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString() ?? "";

    private async Task<string> RegisterAsync(CancellationToken ct)
    {
        var answer = await _suite.PostAsync(
            "auth/register", new { email = Email, password = Password, name = "Demo seller", language = "en", timezone = "Europe/Berlin" }, ct);
        return Text(answer.GetProperty("user"), "email");
    }

    private async Task<string> LogInAsync(CancellationToken ct)
    {
        var answer = await _suite.PostAsync("auth/login", new { email = Email, password = Password }, ct);
        _suite.Authorize(Text(answer, "accessToken"));
        return $"token for {answer.GetProperty("expiresIn").GetInt32()} s";
    }

    private async Task<string> ConnectAccountAsync(CancellationToken ct)
    {
        var username = $"shop_{_run}";
        _metaAccount = Text(await _simulator.PostAsync("accounts", new { username, name = "Demo shop" }, ct), "userId");
        await _simulator.PostAsync("next-login", new { answer = "accept", username }, ct);
        var start = await _suite.PostAsync("accounts/instagram/connect", new { }, ct);
        await _suite.FollowLoginAsync(new Uri(Text(start, "authorizationUrl")), ct);
        var accounts = await _suite.GetAsync("accounts", ct);
        var account = accounts.GetProperty("data").EnumerateArray().Single(entry => Text(entry, "username") == username);
        _account = Text(account, "id");
        return $"@{username}, {Text(account, "status")}";
    }

    private async Task<string> OpenInboxAsync(CancellationToken ct)
    {
        await _inbox.ConnectAsync(addresses.Gateway, _suite.AccessToken!, ct);
        return "connected";
    }

    private async Task<string> ReceiveAsync(CancellationToken ct)
    {
        await _simulator.PostAsync($"accounts/{_metaAccount}/people/customer_one/messages", new { text = Question }, ct);
        var update = await _inbox.WaitForAsync(HasMessage(Question), Patience, ct);
        _conversation = Text(update, "conversationId");
        return "pushed";
    }

    private async Task<string> ReadInboxAsync(CancellationToken ct)
    {
        var inbox = await _suite.GetAsync("conversations?perPage=50", ct);
        var conversation = inbox.GetProperty("data").EnumerateArray().Single(entry => Text(entry, "id") == _conversation);
        var messages = await _suite.GetAsync($"conversations/{_conversation}/messages", ct);
        var stored = messages.GetProperty("data").EnumerateArray().Count(message => Text(message, "text") == Question);
        return stored == 1
            ? $"1 message, {conversation.GetProperty("unreadCount").GetInt32()} unread"
            : throw new InvalidOperationException($"The message is in the inbox {stored} times.");
    }

    private async Task<string> ReplyAsync(CancellationToken ct)
    {
        await _suite.PostAsync($"conversations/{_conversation}/messages", new { text = Answer }, ct);
        await _inbox.WaitForAsync(HasMessage(Answer, "sent"), Patience, ct);
        var chat = await _simulator.GetAsync($"accounts/{_metaAccount}/people/customer_one/chat", ct);
        var seen = chat.EnumerateArray().Count(message => Text(message, "from") == "business" && Text(message, "text") == Answer);
        return seen == 1 ? "on the customer's phone, once" : throw new InvalidOperationException($"The customer sees the reply {seen} times.");
    }

    private async Task<string> UploadAsync(CancellationToken ct)
    {
        await using var picture = typeof(DemoScenario).Assembly.GetManifestResourceStream("picture.jpg")!;
        var bytes = new byte[picture.Length];
        await picture.ReadExactlyAsync(bytes, ct);
        var media = await _suite.UploadAsync(bytes, "picture.jpg", "image/jpeg", ct);
        _media = Text(media, "id");
        return $"{media.GetProperty("width").GetInt32()}×{media.GetProperty("height").GetInt32()}, {bytes.Length / 1024} KB";
    }

    private async Task<string> ScheduleAsync(CancellationToken ct)
    {
        var post = await _suite.PostAsync(
            "posts",
            new { accountId = _account, mediaId = _media, caption = Caption, altText = "A shopping bag", scheduledTime = DateTimeOffset.UtcNow.AddSeconds(2) },
            ct);
        _post = Text(post, "id");
        return Text(post, "status");
    }

    private async Task<string> SeePostAsync(CancellationToken ct)
    {
        var post = await Polling.UntilAsync(
            "the post to be published",
            async () =>
            {
                var seen = await _suite.GetAsync($"posts/{_post}", ct);
                return Text(seen, "status") switch
                {
                    "published" => seen,
                    "failed" => throw new InvalidOperationException($"The post failed: {seen.GetProperty("errorDetails")}"),
                    _ => (JsonElement?)null,
                };
            },
            TimeSpan.FromSeconds(60),
            ct);
        var feed = await _simulator.GetAsync($"accounts/{_metaAccount}/feed", ct);
        var live = feed.EnumerateArray().Count(media => Text(media, "caption") == Caption);
        return live == 1 ? $"media {Text(post, "platformPostId")}" : throw new InvalidOperationException($"The post is live {live} times.");
    }

    private async Task<string> SeeAnalyticsAsync(CancellationToken ct)
    {
        var views = await Polling.UntilAsync(
            "the post's figures",
            async () =>
            {
                var posts = await _suite.GetAsync($"analytics/posts?filter[accountId]={_account}", ct);
                var tracked = posts.GetProperty("data").EnumerateArray().FirstOrDefault(entry => Text(entry, "postId") == _post);
                return tracked.ValueKind == JsonValueKind.Object && tracked.GetProperty("metrics") is { ValueKind: JsonValueKind.Object } metrics
                    ? metrics.GetProperty("views").GetInt64()
                    : (long?)null;
            },
            TimeSpan.FromSeconds(60),
            ct);
        var summary = await _suite.GetAsync($"analytics/summary?accountId={_account}", ct);
        var range = summary.GetProperty("current");
        return $"{views} views; summary from {Text(range, "from")} to {Text(range, "to")}";
    }

    private static Func<JsonElement, bool> HasMessage(string text, string? state = null) => update =>
        update.GetProperty("messages").EnumerateArray().Any(
            message => Text(message, "text") == text && (state is null || Text(message, "state") == state));
}
